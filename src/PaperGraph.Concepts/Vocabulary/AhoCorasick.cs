using System.Numerics;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All occurrences of many word sequences in one pass (A. Aho and M. Corasick, "Efficient string matching", CACM 1975),
/// over the hashes of words instead of characters. Two words may have one hash: who asks compares the words where a pattern is found.
/// </summary>
internal sealed class AhoCorasick
{
    private const int Root = 0;

    /// <summary>The first pattern that ends at a node, or -1.</summary>
    private readonly int[] pattern;

    private readonly int[] depth;
    private readonly int[] fail;

    /// <summary>The node where the next pattern with an end lies, by following failure links.</summary>
    private readonly int[] output;

    /// <summary>The children of a node stand from here on, up to those of the next one, by ascending hashes.</summary>
    private readonly int[] firstChild;
    private readonly uint[] childHash;
    private readonly int[] child;

    /// <summary>The children of the root once more, by open addressing: at the hash or behind it, up to an empty place.</summary>
    private readonly (uint Hash, int Node)[] fromRoot;

    public AhoCorasick(IEnumerable<IReadOnlyList<uint>> patterns)
    {
        var trie = new Trie();
        foreach (var (id, sequence) in patterns.Index()) trie.Add(sequence, id);

        (pattern, depth) = ([.. trie.Nodes.Select(node => node.Pattern)], [.. trie.Nodes.Select(node => node.Depth)]);
        firstChild = new int[trie.Nodes.Count + 1];
        childHash = new uint[trie.Nodes.Count - 1];
        child = new int[trie.Nodes.Count - 1];
        var count = 0;
        for (var node = 0; node < trie.Nodes.Count; node++)
        {
            foreach (var (hash, next) in trie.Nodes[node].Children) (childHash[count], child[count++]) = (hash, next);
            firstChild[node + 1] = count;
        }

        fromRoot = new (uint, int)[BitOperations.RoundUpToPowerOf2(2 * (uint)trie.Nodes[Root].Children.Count + 2)];
        foreach (var (hash, next) in trie.Nodes[Root].Children) fromRoot[PlaceFromRoot(hash)] = (hash, next);
        (fail, output) = (new int[trie.Nodes.Count], new int[trie.Nodes.Count]);
        Link();
    }

    /// <summary>Every pattern that ends at a place, the longest first; of equal patterns the first.</summary>
    /// <param name="found">Called with the pattern's number, its first position and the position behind it.</param>
    public void Match(IEnumerable<uint> sequence, Action<int, int, int> found)
    {
        var node = Root;
        var end = 0;
        foreach (var hash in sequence)
        {
            end++;
            node = Step(node, hash);
            for (var hit = pattern[node] >= 0 ? node : output[node]; hit != Root; hit = output[hit])
                found(pattern[hit], end - depth[hit], end);
        }
    }

    /// <summary>Parents before children: what a node fails to is less deep than the node.</summary>
    private void Link()
    {
        var open = new Queue<int>();
        open.Enqueue(Root);
        while (open.TryDequeue(out var node))
            for (var i = firstChild[node]; i < firstChild[node + 1]; i++)
            {
                var next = child[i];
                fail[next] = node == Root ? Root : Step(fail[node], childHash[i]);
                output[next] = pattern[fail[next]] >= 0 ? fail[next] : output[fail[next]];
                open.Enqueue(next);
            }
    }

    private int Step(int node, uint hash)
    {
        for (; node != Root; node = fail[node])
        {
            var (first, count) = (firstChild[node], firstChild[node + 1] - firstChild[node]);
            if (count > 0 && childHash.AsSpan(first, count).BinarySearch(hash) is >= 0 and var at) return child[first + at];
        }

        return fromRoot[PlaceFromRoot(hash)].Node;
    }

    /// <summary>Where a hash stands, or would.</summary>
    private int PlaceFromRoot(uint hash)
    {
        var mask = fromRoot.Length - 1;
        var place = (int)hash & mask;
        while (fromRoot[place].Node != Root && fromRoot[place].Hash != hash) place = (place + 1) & mask;
        return place;
    }

    private sealed class Trie
    {
        public List<Node> Nodes { get; } = [new Node(0)];

        public void Add(IReadOnlyList<uint> sequence, int id)
        {
            var at = Nodes[Root];
            foreach (var hash in sequence)
            {
                if (!at.Children.TryGetValue(hash, out var next))
                {
                    at.Children[hash] = next = Nodes.Count;
                    Nodes.Add(new Node(at.Depth + 1));
                }

                at = Nodes[next];
            }

            if (at.Pattern < 0) at.Pattern = id;
        }
    }

    private sealed class Node(int depth)
    {
        public int Depth => depth;

        public int Pattern { get; set; } = -1;

        public SortedDictionary<uint, int> Children { get; } = [];
    }
}
