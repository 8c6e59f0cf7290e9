using PaperGraph.Data.Organizations;

namespace PaperGraph.Ingest.Organizations;

/// <summary>An owner of something, as the address names it.</summary>
internal sealed record OwnedThing(long Id, string Host, string Account);

/// <summary>
/// Tells what organizations follow from what is stored, in whatever order it came: those that listings name, those that are known and
/// own what a paper links to, and those that these are parts of.
/// </summary>
internal static class OrganizationPlanner
{
    /// <param name="accounts">Accounts in lower case by which listings name organizations, and their ids.</param>
    /// <param name="institutions">What records say of organizations that they know by ids.</param>
    public static OrganizationPlan Plan(
        OrganizationDirectory known,
        IReadOnlyList<StoredOrganization> stored,
        IReadOnlyDictionary<string, long> accounts,
        IReadOnlyList<StoredInstitution> institutions,
        IEnumerable<OwnedThing> repositories,
        IEnumerable<OwnedThing> resources)
    {
        var byId = stored.ToDictionary(organization => organization.Id);
        var slugOf = stored.ToDictionary(organization => organization.Id, organization => FindSlug(known, organization, byId));

        string? Owner(OwnedThing thing) =>
            known.Owner(thing.Host, thing.Account)?.Slug
            ?? (accounts.TryGetValue(thing.Account.ToLowerInvariant(), out var id) ? slugOf[id] : null);

        (long Id, string Owner)[] Owned(IEnumerable<OwnedThing> things) =>
            [.. from thing in things let owner = Owner(thing) where owner is not null select (thing.Id, owner)];

        var (ownedRepositories, ownedResources) = (Owned(repositories), Owned(resources));
        var slugs = stored.Where(organization => organization.IsStated).Select(organization => slugOf[organization.Id])
            .Concat(ownedRepositories.Concat(ownedResources).Select(owned => owned.Owner))
            .Distinct()
            .SelectMany(slug => known.WithSlug(slug) is { } one ? known.WithParents(one).Select(organization => organization.Slug) : [slug])
            .ToHashSet(StringComparer.Ordinal);
        var stated = new InstitutionFacts(institutions, id => slugOf[id]);
        return new OrganizationPlan
        {
            Organizations = [.. slugs.Order(StringComparer.Ordinal).Select(slug => Planned(slug, known.WithSlug(slug), stated))],
            Merged = [.. stored.Where(one => slugOf[one.Id] != one.Slug && slugs.Contains(slugOf[one.Id]))
                .Select(one => (one.Id, slugOf[one.Id]))],
            Repositories = ownedRepositories,
            Resources = ownedResources,
        };
    }

    /// <summary>
    /// The slug of the organization that a stored one is: a known one, or one to which its slug was found to lead, or itself.
    /// </summary>
    private static string FindSlug(
        OrganizationDirectory known, StoredOrganization stored, Dictionary<long, StoredOrganization> byId)
    {
        if (Known(known, stored) is { } own) return own.Slug;
        if (stored.LeadsTo == stored.Id) return stored.Slug;
        var other = byId[stored.LeadsTo];
        return Known(known, other)?.Slug ?? other.Slug;
    }

    private static KnownOrganization? Known(OrganizationDirectory known, StoredOrganization stored) =>
        known.WithSlug(stored.Slug)
        ?? known.Stated(stored.Slug, stored.Slug)
        ?? stored.Names.Select(known.Named).OfType<KnownOrganization>().MinBy(one => one.Slug, StringComparer.Ordinal);

    /// <summary>What is known of an organization is believed before what records say of the institutions that it is.</summary>
    private static PlannedOrganization Planned(string slug, KnownOrganization? known, InstitutionFacts stated) => new(
        slug,
        known is null ? null : new KnownOrganizationRow(known.Name, known.Names),
        known is null ? stated.ParentOf(slug) : known.Parent,
        known?.Ror ?? stated.RorOf(slug),
        stated.CountryOf(slug));
}
