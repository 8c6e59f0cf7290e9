using GraphQL.Types;

namespace PaperGraph.Benchmarks.Peer;

internal sealed record PeerConnection<TNode>(IReadOnlyList<TNode> Nodes, int? TotalCount = null);

internal sealed class PeerConnectionType<TNode, TNodeType> : ObjectGraphType<PeerConnection<TNode>>
    where TNodeType : IGraphType
{
    public PeerConnectionType()
    {
        Name = $"{typeof(TNode).Name}Connection";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TNodeType>>>>("nodes").Resolve(context => context.Source.Nodes);
        Field<IntGraphType>("totalCount").Resolve(context => context.Source.TotalCount);
    }
}
