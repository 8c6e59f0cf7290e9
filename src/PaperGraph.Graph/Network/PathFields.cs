using PaperGraph.Graph.Arguments;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Network.Paths;

namespace PaperGraph.Graph.Network;

internal sealed record PathList(IReadOnlyList<FoundPath> Paths, bool Truncated, IReadOnlyList<string> Missing, DateTime AsOf);

internal sealed record FoundPath(int Length, double Weight, IReadOnlyList<SubgraphNode> Nodes, IReadOnlyList<Hop> Hops);

/// <summary>How two nodes are connected.</summary>
internal static class PathFields
{
    private const int MaxHops = 6;

    private const int MaxFirst = 20;

    public static async ValueTask<IReadOnlyList<object?>> FindAsync(FieldContext field)
    {
        var (from, to) = (GivenNode.One(field, "from"), GivenNode.One(field, "to"));
        var maxHops = NumberArgument.Checked(field, "maxHops", MaxHops);
        var first = NumberArgument.Checked(field, "first", MaxFirst);
        var request = await NetworkRequest.CreateAsync(field, from, to);
        if (request.Missing.Count > 0) return [new PathList([], false, request.Missing, request.AsOf)];

        // The two may be one, by its present id and a former one.
        var found = PathSearch.Find(
            request.Graph, request.Filter, request.Work, request.Given[0], request.Given[^1], maxHops, first);
        return [new PathList([.. found.Paths.Select(path => Tell(request, path))], found.IsTruncated, [], request.AsOf)];
    }

    private static FoundPath Tell(NetworkRequest request, GraphPath path)
    {
        var last = path.Nodes.Count - 1;
        return new FoundPath(
            last,
            path.Weight,
            [
                .. path.Nodes.Select((node, place) => request.NodeOf(
                    node,
                    Math.Min(place, last - place),
                    hidden: request.Graph.DegreeOf(node) - (place == 0 || place == last ? 1 : 2))),
            ],
            [.. path.Nodes.Zip(path.Nodes.Skip(1)).Select(hop => Tell(request, hop.First, hop.Second))]);
    }

    private static Hop Tell(NetworkRequest request, int node, int next)
    {
        request.Graph.TryFindEdge(node, next, out var edge);
        var between = request.EdgeOf(node, edge, out var isForward);
        var (from, to) = isForward ? (between.From, between.To) : (between.To, between.From);
        return new Hop(
            between,
            from.Id,
            to.Id,
            edge.Weight,
            isForward || between.Kind == Model.EdgeKind.Related,
            NetworkRequest.RolesOf(between, edge));
    }
}
