namespace PaperGraph.Data.Organizations;

/// <summary>The sources of names beside the pages and feeds.</summary>
internal static class NameSources
{
    /// <summary>The account by which a listing names it: whatever else names the organization is believed before it.</summary>
    public const string Account = "account";

    /// <summary>
    /// Acronyms and other names that records of institutions tell: an organization is found by them, and called so where it has no other
    /// name alone.
    /// </summary>
    public const string Other = "other-names";

    /// <summary>Names and accounts of organizations that are known apart from what listings say.</summary>
    public const string Known = "known-organizations";
}
