using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// The numbers of the nodes of a kind by their ids, for many look-ups: ids that a database gives are nearly without gaps, so that a table
/// of all ids is small. Where they are not, each is searched for.
/// </summary>
internal sealed class NodeLookup
{
    /// <summary>How many entries the table may have for each node.</summary>
    private const int MaxGaps = 8;

    private readonly NodeTable nodes;
    private readonly NodeKind kind;
    private readonly long first;

    /// <summary>From <see cref="first"/> on, 1 more than the number of the node; 0 where there is none.</summary>
    private readonly int[]? numbers;

    public NodeLookup(NodeTable nodes, NodeKind kind)
    {
        this.nodes = nodes;
        this.kind = kind;
        var (start, count) = nodes.NumbersOf(kind).GetOffsetAndLength(nodes.Count);
        if (count == 0) return;
        var (min, max) = (long.MaxValue, long.MinValue);
        for (var node = start; node < start + count; node++)
            (min, max) = (Math.Min(min, nodes.IdOf(node)), Math.Max(max, nodes.IdOf(node)));
        if ((ulong)(max - min) >= (ulong)count * MaxGaps) return;

        first = min;
        numbers = new int[max - min + 1];
        for (var node = start; node < start + count; node++) numbers[nodes.IdOf(node) - min] = node + 1;
    }

    /// <summary>The number of the node, or -1.</summary>
    public int Find(long id)
    {
        if (numbers is null) return nodes.TryFind(kind, id, out var node) ? node : -1;
        var place = id - first;
        return (ulong)place < (ulong)numbers.Length ? numbers[place] - 1 : -1;
    }
}
