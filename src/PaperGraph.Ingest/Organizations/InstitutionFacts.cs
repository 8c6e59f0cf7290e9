using PaperGraph.Data.Organizations;

namespace PaperGraph.Ingest.Organizations;

/// <summary>What records say of organizations that they know by ids: of one that is several institutions, what sorts first.</summary>
/// <param name="slugOf">The slug of the organization by its id.</param>
internal sealed class InstitutionFacts(IReadOnlyList<StoredInstitution> institutions, Func<long, string> slugOf)
{
    private readonly ILookup<string, StoredInstitution> bySlug = institutions.ToLookup(one => slugOf(one.OrganizationId));
    private readonly Dictionary<string, StoredInstitution> byAccount = institutions.ToDictionary(one => one.Account);

    public string? RorOf(string slug) => bySlug[slug].Select(one => one.Ror).OfType<string>().Min(StringComparer.Ordinal);

    public string? CountryOf(string slug) => bySlug[slug].Select(one => one.CountryCode).OfType<string>().Min(StringComparer.Ordinal);

    /// <summary>
    /// The slug of the organization that one is a part of. Records name all above an institution, in no order: the nearest is the one that
    /// has the most above itself, of those that are stored. What is said to stand above each other does neither.
    /// </summary>
    public string? ParentOf(string slug) => bySlug[slug]
        .SelectMany(one => one.Ancestors.Select(account => (Of: one.Account, Ancestor: byAccount.GetValueOrDefault(account))))
        .Where(pair => pair.Ancestor is not null
            && slugOf(pair.Ancestor.OrganizationId) != slug && !pair.Ancestor.Ancestors.Contains(pair.Of))
        .OrderByDescending(pair => pair.Ancestor!.Ancestors.Count(byAccount.ContainsKey))
        .ThenBy(pair => pair.Ancestor!.Account, StringComparer.Ordinal)
        .Select(pair => slugOf(pair.Ancestor!.OrganizationId))
        .FirstOrDefault();
}
