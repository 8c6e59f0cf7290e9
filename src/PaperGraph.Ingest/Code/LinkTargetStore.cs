using Npgsql;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Sources.Links;

namespace PaperGraph.Ingest.Code;

/// <summary>What links lead to, as rows: repositories, resources, and the organizations that own them.</summary>
internal static class LinkTargetStore
{
    /// <summary>The source of a name that is only an account's: whatever else names the organization is believed before it.</summary>
    private const string AccountName = "account";

    /// <returns>For each target the edges that a paper which links to it has.</returns>
    public static async Task<IReadOnlyDictionary<LinkTarget, IReadOnlyList<EdgeTarget>>> StoreAsync(
        NpgsqlTransaction transaction, IEnumerable<LinkTarget> links, CancellationToken cancellation)
    {
        var targets = links.Distinct().ToList();
        var owners = await StoreOwnersAsync(transaction, targets, cancellation);
        long? OwnerOf(LinkTarget target) => Owners.Of(target) is { } owner ? owners[owner] : null;

        var repositories = targets.OfType<Sources.Links.RepositoryTarget>().ToList();
        var repositoryIds = await RepositoryUpserts.UpsertAsync(
            transaction, [.. repositories.Select(target => Row(target, OwnerOf(target)))], cancellation);
        var resources = targets.OfType<Sources.Links.ResourceTarget>().ToList();
        var resourceIds = await ResourceUpserts.UpsertAsync(
            transaction, [.. resources.Select(target => Row(target, OwnerOf(target)))], cancellation);

        var edges = new Dictionary<LinkTarget, IReadOnlyList<EdgeTarget>>(targets.Count);
        foreach (var (target, id) in repositories.Zip(repositoryIds))
            edges[target] = WithOwner(new Data.Evidence.RepositoryTarget(id), OwnerOf(target));
        foreach (var (target, id) in resources.Zip(resourceIds))
            edges[target] = WithOwner(new Data.Evidence.ResourceTarget(id), OwnerOf(target));
        return edges;
    }

    private static EdgeTarget[] WithOwner(EdgeTarget edge, long? owner) =>
        owner is { } organization ? [edge, new OrganizationTarget(organization, OrganizationRole.OwnsCode)] : [edge];

    private static async Task<Dictionary<string, long>> StoreOwnersAsync(
        NpgsqlTransaction transaction, IEnumerable<LinkTarget> targets, CancellationToken cancellation)
    {
        var owners = targets.Select(Owners.Of).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var ids = await OrganizationUpserts.UpsertAsync(
            transaction, [.. owners.Select(owner => new OrganizationRow(owner, owner, AccountName))], cancellation);
        return owners.Zip(ids).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static RepositoryRow Row(Sources.Links.RepositoryTarget target, long? owner) =>
        new(target.Host, target.Owner, target.Name, target.Key, target.Url, owner);

    private static ResourceRow Row(Sources.Links.ResourceTarget target, long? owner) => new(
        Enum.Parse<Data.Resources.ResourceKind>(target.Kind.ToString()), target.Url, target.Name, owner);
}
