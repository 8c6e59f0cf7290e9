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
    /// <summary>About a tenth of a second of one core, and fifty megabytes at most.</summary>
    private const int MaxSteps = 2_000_000;

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

    /// <summary>
    /// Waits for the graph, and asks the database which papers a filter chooses, where there is one: the one round trip besides that for
    /// what is told of the nodes that were found.
    /// </summary>
    /// <param name="ids">The global ids that the field is given; they are checked before anything is waited for.</param>
    /// <exception cref="FieldFailureException">An argument has a value that it may not have, or the graph is not there.</exception>
    public static async ValueTask<NetworkRequest> CreateAsync(FieldContext field, params IEnumerable<(ArgumentPath At, string Id)> ids)
    {
        foreach (var (at, id) in ids) Parse(at, id);
        var where = PaperLists.Where(field);
        var graph = await Service<GraphSnapshotSource>(field).GetAsync(field.CancellationToken);
        var papers = where is null
            ? null
            : await FilteredPapersQuery.RunAsync(Service<IDataRequestRunner>(field), where, field.CancellationToken);
        var filter = new HopFilter(graph.Nodes, field.Argument<IReadOnlyList<EdgeKind>?>("via"), papers);
        return new NetworkRequest(graph, filter, field.CancellationToken);
    }

    /// <summary>For a field that has neither <c>via</c> nor <c>where</c>: waits for the graph.</summary>
    public static async ValueTask<NetworkRequest> CreateUnfilteredAsync(FieldContext field)
    {
        var graph = await Service<GraphSnapshotSource>(field).GetAsync(field.CancellationToken);
        return new NetworkRequest(graph, new HopFilter(graph.Nodes), field.CancellationToken);
    }

    /// <summary>An argument that is a list of ids, each once.</summary>
    public static IReadOnlyList<(ArgumentPath At, string Id)> Ids(FieldContext field, string argument, int min, int max)
    {
        var at = new ArgumentPath(argument);
        var ids = field.Argument<IReadOnlyList<string>>(argument)
            .Select((id, index) => (At: at.Item(index), Id: id)).DistinctBy(item => item.Id).ToList();
        return ids.Count >= min && ids.Count <= max
            ? ids
            : throw BadArgument.Create(at, $"has {ids.Count} different ids; give {min} to {max}.");
    }

    /// <summary>The number of the node that an id names.</summary>
    public int Find(ArgumentPath at, string id)
    {
        var (kind, key) = Parse(at, id);
        return Graph.Nodes.TryFind(kind, key, out var node)
            ? node
            : throw BadArgument.Create(at, $"names nothing that was in the graph at {Scalars.Write(AsOf)}.");
    }

    public GraphNode NodeOf(int node) => new(Graph.Nodes.KindOf(node), Graph.Nodes.IdOf(node));

    /// <summary>The edge between two nodes, and whether it goes from the first to the second.</summary>
    public GraphEdge EdgeOf(int node, int other, out bool isForward) =>
        GraphEdge.Between(NodeOf(node), NodeOf(other), Graph.Nodes.EdgeKindOf(node, other), out isForward);

    public SubgraphEdge EdgeOf(int node, Edge edge) => new(EdgeOf(node, edge.Target, out _), edge.Weight);

    private static (NodeKind Kind, long Key) Parse(ArgumentPath at, string text) =>
        NodeId.TryParse(text, out var id) && Enum.TryParse<NodeKind>(id.Type, out var kind) && Enum.IsDefined(kind)
            ? (kind, id.Key)
            : throw BadArgument.Create(at, "is the id of no paper, concept, topic, organization, repository or author.");

    private static T Service<T>(FieldContext field) => (T?)field.Services.GetService(typeof(T))
        ?? throw new InvalidOperationException($"The request has no {typeof(T).Name} among its services.");
}
