namespace PaperGraph.Data.Organizations;

/// <summary>The sources of names beside the pages and feeds.</summary>
internal static class NameSources
{
    /// <summary>The account by which a listing names it: whatever else names the organization is believed before it.</summary>
    public const string Account = "account";

    /// <summary>Names and accounts of organizations that are known apart from what listings say.</summary>
    public const string Known = "known-organizations";
}
