namespace PaperGraph.Network;

/// <summary>Some of so many nodes, a bit for each: however many they are, a graph of millions takes some hundred kilobytes.</summary>
internal sealed class NodeSet(int count)
{
    private readonly ulong[] words = new ulong[(count + 63) / 64];

    public void Add(int node) => words[node >> 6] |= 1ul << node;

    public bool Contains(int node) => (words[node >> 6] >> node & 1) != 0;
}
