using Npgsql;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Model.Links;

namespace PaperGraph.Ingest.Code;

/// <summary>What links lead to, as rows: repositories and resources.</summary>
internal static class LinkTargetStore
{
    /// <returns>For each target the edge that a paper which links to it has.</returns>
    public static async Task<IReadOnlyDictionary<LinkTarget, EdgeTarget>> StoreAsync(
        NpgsqlTransaction transaction, IEnumerable<LinkTarget> links, CancellationToken cancellationToken)
    {
        var targets = links.Distinct().ToList();
        var repositories = targets.OfType<Model.Links.RepositoryTarget>().ToList();
        var stored = await RepositoryUpserts.UpsertAsync(transaction, [.. repositories.Select(Row)], cancellationToken);
        var resources = targets.OfType<Model.Links.ResourceTarget>().ToList();
        var resourceIds = await ResourceUpserts.UpsertAsync(transaction, [.. resources.Select(Row)], cancellationToken);

        var edges = new Dictionary<LinkTarget, EdgeTarget>(targets.Count);
        foreach (var (target, row) in repositories.Zip(stored))
            edges[target] = new Data.Evidence.RepositoryTarget(row.Id, FormerKey: row.FormerKey);
        foreach (var (target, id) in resources.Zip(resourceIds)) edges[target] = new Data.Evidence.ResourceTarget(id);
        return edges;
    }

    public static RepositoryRow Row(Model.Links.RepositoryTarget target) =>
        new(target.Host, target.Owner, target.Name, target.Key, target.Url);

    private static ResourceRow Row(Model.Links.ResourceTarget target) =>
        new(target.Kind, target.Url, target.Name);
}
