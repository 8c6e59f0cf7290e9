using PaperGraph.Graph.Arguments;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Network.Paths;

namespace PaperGraph.Graph.Network;

internal sealed record PathList(IReadOnlyList<FoundPath> Paths, bool Truncated, DateTime AsOf);

internal sealed record FoundPath(int Length, double Weight, IReadOnlyList<SubgraphNode> Nodes, IReadOnlyList<Hop> Hops);

/// <summary>How two nodes are connected.</summary>
internal static class PathFields
{
    private const int MaxHops = 6;

    private const int MaxFirst = 20;

    public static async ValueTask<IReadOnlyList<object?>> FindAsync(FieldContext field)
    {
        var (fromAt, toAt) = (new ArgumentPath("from"), new ArgumentPath("to"));
        var (from, to) = (field.Argument<string>("from"), field.Argument<string>("to"));
        var maxHops = NumberArgument.Checked(field, "maxHops", MaxHops);
        var first = NumberArgument.Checked(field, "first", MaxFirst);
        var request = await NetworkRequest.CreateAsync(field, (fromAt, from), (toAt, to));

        var found = PathSearch.Find(
            request.Graph, request.Filter, request.Work, request.Find(fromAt, from), request.Find(toAt, to), maxHops, first);
        return [new PathList([.. found.Paths.Select(path => Tell(request, path))], found.IsTruncated, request.AsOf)];
    }

    private static FoundPath Tell(NetworkRequest request, GraphPath path)
    {
        var last = path.Nodes.Count - 1;
        return new FoundPath(
            last,
            path.Weight,
            [
                .. path.Nodes.Select((node, place) =>
                    Tell(request, node, Math.Min(place, last - place), place == 0 || place == last ? 1 : 2)),
            ],
            [.. path.Nodes.Zip(path.Nodes.Skip(1)).Select(hop => Tell(request, hop.First, hop.Second))]);
    }

    private static SubgraphNode Tell(NetworkRequest request, int node, int hops, int neighbours)
    {
        var degree = request.Graph.DegreeOf(node);
        return new SubgraphNode(
            request.Graph.Nodes.KindOf(node), request.Graph.Nodes.IdOf(node), degree, hops, Math.Max(0, degree - neighbours));
    }

    private static Hop Tell(NetworkRequest request, int node, int next)
    {
        request.Graph.TryFindEdge(node, next, out var edge);
        var between = request.EdgeOf(node, next, out var isForward);
        var (from, to) = isForward ? (between.From, between.To) : (between.To, between.From);
        return new Hop(
            between,
            from.Id,
            to.Id,
            edge.Weight,
            isForward || between.Kind == Model.EdgeKind.Related);
    }
}
