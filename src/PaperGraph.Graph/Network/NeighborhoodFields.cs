using PaperGraph.Graph.Arguments;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Network.Neighborhoods;

namespace PaperGraph.Graph.Network;

internal sealed record Subgraph(
    IReadOnlyList<SubgraphNode> Nodes, IReadOnlyList<SubgraphEdge> Edges, bool Truncated, IReadOnlyList<string> Missing, DateTime AsOf);

internal sealed record ConnectionList(IReadOnlyList<SharedNode> Nodes, bool Truncated, IReadOnlyList<string> Missing, DateTime AsOf);

/// <summary>What is around nodes, and what they have in common.</summary>
internal static class NeighborhoodFields
{
    private const int MaxSeeds = 50;

    private const int MaxHops = 3;

    private const int MaxLimit = 500;

    private const int MaxBetween = 100;

    private const int MaxFirst = 100;

    public static async ValueTask<IReadOnlyList<object?>> FindAsync(FieldContext field)
    {
        var ids = GivenNode.Many(field, "of", 1, MaxSeeds);
        var hops = NumberArgument.Checked(field, "hops", MaxHops);
        var limit = NumberArgument.Checked(field, "limit", MaxLimit);
        var request = await NetworkRequest.CreateAsync(field, ids);

        var found = NeighborhoodSearch.Find(
            request.Graph, request.Filter, request.Work, request.Given, hops, Math.Max(limit, request.Given.Count));
        var places = field.Argument<bool>("layout")
            ? ForceLayout.Place(found.Nodes.Count, [.. found.Edges.Select(edge => (edge.From, edge.To))])
            : null;
        return
        [
            new Subgraph(
                [.. found.Nodes.Select((drawn, place) => request.NodeOf(drawn.Node, drawn.Hops, drawn.Hidden, places?[place]))],
                [.. found.Edges.Select(edge => request.EdgeOf(found.Nodes[edge.From].Node, edge.Edge))],
                found.IsTruncated,
                request.Missing,
                request.AsOf),
        ];
    }

    public static async ValueTask<IReadOnlyList<object?>> FindSharedAsync(FieldContext field)
    {
        var ids = GivenNode.Many(field, "between", 2, MaxBetween);
        var first = NumberArgument.Checked(field, "first", MaxFirst);
        var request = await NetworkRequest.CreateAsync(field, ids);

        var (found, isTruncated) = CommonNeighborSearch.Find(
            request.Graph, request.Filter, request.Work, request.Given, first);
        return [new ConnectionList([.. found.Select(shared => Tell(request, shared))], isTruncated, request.Missing, request.AsOf)];
    }

    private static SharedNode Tell(NetworkRequest request, CommonNeighbor shared) => new(
        request.Graph.Nodes.KindOf(shared.Node),
        request.Graph.Nodes.IdOf(shared.Node),
        shared.Specificity,
        [.. shared.Edges.Select(edge => request.NodeOf(edge.From).Id)],
        [.. shared.Edges.Select(edge => request.EdgeOf(edge.From, edge.Edge))]);
}
