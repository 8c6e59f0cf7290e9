using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Papers;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;
using PaperGraph.Network;
using PaperGraph.Network.Paths;

namespace PaperGraph.Graph.Network;

/// <summary>What the fields have in common that are answered from the graph in memory: their ids, <c>via</c> and <c>where</c>.</summary>
internal sealed class NetworkRequest
{
    /// <summary>About a tenth of a second of one core, and some sixty megabytes at most, which tests hold it to.</summary>
    private const int MaxSteps = 2_000_000;

    private const int NotFound = -1;

    private static readonly OrganizationRole[] AllRoles = Enum.GetValues<OrganizationRole>();

    private readonly CancellationToken cancellationToken;

    private NetworkRequest(GraphSnapshot graph, HopFilter filter, CancellationToken cancellationToken)
    {
        (Graph, Filter, this.cancellationToken) = (graph, filter, cancellationToken);
        Work = new WorkLimit(MaxSteps, cancellationToken);
    }

    public GraphSnapshot Graph { get; }

    public HopFilter Filter { get; }

    public WorkLimit Work { get; }

    /// <summary>What each of several searches may do that share the limit of one.</summary>
    public WorkLimit ShareWork(int searches) => new(MaxSteps / searches, cancellationToken);

    public DateTime AsOf => Graph.AsOf.UtcDateTime;

    /// <summary>The numbers of the nodes that the field is given, each once, without those that are missing.</summary>
    public IReadOnlyList<int> Given { get; private init; } = [];

    /// <summary>The ids of those that came into the database after the graph was read.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>
    /// Waits for the graph, and asks the database which papers a filter chooses, where there is one, and what ids mean that the graph does
    /// not know, where there are any: the one round trip besides that for what is told of the nodes that were found.
    /// </summary>
    /// <exception cref="FieldFailureException">An argument has a value that it may not have, or the graph is not there.</exception>
    public static async ValueTask<NetworkRequest> CreateAsync(FieldContext field, params IReadOnlyList<GivenNode> given)
    {
        var where = PaperLists.Where(field);
        var graph = await Service<GraphSnapshotSource>(field).GetAsync(field.CancellationToken);
        var papers = where is null ? null : new FilteredPapersQuery(where);
        var unknown = new UnknownNodesQuery([.. given.Where(id => Find(graph, id.Node) == NotFound).Select(id => id.Node)]);
        if (papers is not null || unknown.IsNeeded) await RunAsync(field, papers is null ? [unknown] : [papers, unknown]);

        int[] nodes = [.. given.Select(id => Find(graph, id.Node) is >= 0 and var node ? node : Find(graph, unknown.Find(id.Node)))];
        if (given.Where((id, place) => nodes[place] == NotFound && unknown.Find(id.Node) is null).ToList() is { Count: > 0 } nothing)
            throw NamesNothing(nothing);
        var filter = new HopFilter(graph.Nodes, field.Argument<IReadOnlyList<EdgeKind>?>("via"), papers?.Papers);
        return new NetworkRequest(graph, filter, field.CancellationToken)
        {
            Given = [.. nodes.Where(node => node != NotFound).Distinct()],
            Missing = [.. given.Where((_, place) => nodes[place] == NotFound).Select(id => id.Text)],
        };
    }

    /// <summary>For a field that has neither ids nor <c>via</c> nor <c>where</c>: waits for the graph.</summary>
    public static async ValueTask<NetworkRequest> CreateUnfilteredAsync(FieldContext field)
    {
        var graph = await Service<GraphSnapshotSource>(field).GetAsync(field.CancellationToken);
        return new NetworkRequest(graph, new HopFilter(graph.Nodes), field.CancellationToken);
    }

    public GraphNode NodeOf(int node) => new(Graph.Nodes.KindOf(node), Graph.Nodes.IdOf(node));

    /// <param name="hops">How many there are to the nearest node that was asked for.</param>
    /// <param name="hidden">How many neighbours are not told.</param>
    public SubgraphNode NodeOf(int node, int hops, int hidden, (float X, float Y)? place = null) => new(
        Graph.Nodes.KindOf(node), Graph.Nodes.IdOf(node), Graph.DegreeOf(node), hops, Math.Max(0, hidden), place?.X, place?.Y);

    /// <summary>The edge between two nodes, and whether it goes from the first to the second.</summary>
    public GraphEdge EdgeOf(int node, Edge edge, out bool isForward)
    {
        var kind = Graph.Nodes.EdgeKindOf(node, edge);
        // What is asked for alone is told.
        if (kind == EdgeKind.Citation && !Filter.Allows(EdgeKind.Citation)) kind = EdgeKind.Related;
        return GraphEdge.Between(NodeOf(node), NodeOf(edge.Target), kind, edge.Cites, out isForward);
    }

    public SubgraphEdge EdgeOf(int node, Edge edge)
    {
        var between = EdgeOf(node, edge, out _);
        return new(between, edge.Weight, RolesOf(between, edge));
    }

    public static IReadOnlyList<OrganizationRole> RolesOf(GraphEdge between, Edge edge) =>
        between.Kind == EdgeKind.Organization ? [.. AllRoles.Where(edge.Has)] : [];

    private static async ValueTask RunAsync(FieldContext field, IReadOnlyList<DataRequest> queries)
    {
        await field.RunAsync(queries);
        foreach (var query in queries)
            if (query.Failure is { } failure) throw failure;
    }

    private static int Find(GraphSnapshot graph, GraphNode? known) =>
        known is not null && graph.Nodes.TryFind(known.Kind, known.Key, out var node) ? node : NotFound;

    private static FieldFailureException NamesNothing(List<GivenNode> ids) => BadArgument.Create(ids[0].At, ids.Count == 1
        ? $"names nothing that is in the graph: \"{ids[0].Text}\"."
        : $"and {string.Join(", ", ids.Skip(1).Select(id => $"`{id.At}`"))} name nothing that is in the graph: "
            + $"{string.Join(", ", ids.Select(id => $"\"{id.Text}\""))}.");

    private static T Service<T>(FieldContext field) => (T?)field.Services.GetService(typeof(T))
        ?? throw new InvalidOperationException($"The request has no {typeof(T).Name} among its services.");
}
