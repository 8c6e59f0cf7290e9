using Npgsql;
using PaperGraph.Data.Analysis;
using PaperGraph.Model;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Analysis;

/// <summary>From numbers of nodes to rows: communities get their names, and the ids of those that they succeed.</summary>
internal sealed class AnalysisMapper(AnalyzedGraph analyzed)
{
    public async Task<AnalysisRows> MapAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var concepts = analyzed.Map.Accounts.SelectMany(account => account.Concepts, (_, concept) => IdOf(concept.Node)).ToHashSet();
        var names = await AnalysisReads.ConceptNamesAsync(transaction, concepts, cancellationToken);
        var before = await AnalysisReads.CommunitiesOfPapersAsync(transaction, cancellationToken);
        var ids = CommunitySuccession.Match(Succeed(before));
        return new AnalysisRows(
            [.. analyzed.Map.Accounts.Select((account, i) => Map(account, i, ids.TryGetValue(i, out var id) ? id : null, names))],
            Enum.GetValues<NodeKind>().ToDictionary(kind => kind, RanksOf));
    }

    private CommunityRow Map(
        CommunityAccount account, int number, long? id, IReadOnlyDictionary<long, (string Name, ConceptKind Kind)> names) => new(
        id,
        CommunityNaming.Create(account.Concepts.Select(concept => IdOf(concept.Node)).Where(names.ContainsKey).Select(key => names[key]))
            ?? $"Community {number + 1}",
        account.Sizes,
        [.. account.Concepts.Select(concept => (IdOf(concept.Node), (float)concept.Score, concept.PaperCount))],
        [.. account.Ties.Select(tie => (tie.Other, (float)tie.Weight, tie.EdgeCount, tie.Concepts.Select(IdOf).ToArray()))]);

    private IEnumerable<(long Before, int Now)> Succeed(IEnumerable<(long PaperId, long CommunityId)> before)
    {
        foreach (var (paper, community) in before)
        {
            if (analyzed.Snapshot.Nodes.TryFind(NodeKind.Paper, paper, out var node) && analyzed.Map.Communities[node] is >= 0 and var now)
                yield return (community, now);
        }
    }

    /// <summary>Ranks in terms of the average of all nodes, so that they stay what they are in a larger graph.</summary>
    private IEnumerable<RankRow> RanksOf(NodeKind kind)
    {
        var (first, count) = analyzed.Snapshot.Nodes.NumbersOf(kind).GetOffsetAndLength(analyzed.Snapshot.NodeCount);
        for (var node = first; node < first + count; node++)
        {
            yield return new RankRow(
                IdOf(node),
                (float)(analyzed.Ranks.Ranks[node] * analyzed.Snapshot.NodeCount),
                analyzed.Snapshot.DegreeOf(node),
                analyzed.Map.Communities[node] is >= 0 and var community ? community : null);
        }
    }

    private long IdOf(int node) => analyzed.Snapshot.Nodes.IdOf(node);
}
