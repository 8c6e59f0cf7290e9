using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All occurrences of many word sequences in one pass (A. Aho and M. Corasick, "Efficient string matching", CACM 1975),
/// over the hashes of words instead of characters. Two words may have one hash: who asks compares the words where a pattern is found.
/// </summary>
internal sealed class AhoCorasick
{
    private const int Root = 0;

    private readonly State[] states;

    /// <summary>The children of a state stand together, by ascending hashes.</summary>
    private readonly uint[] childHash;
    private readonly int[] child;

    /// <summary>The children of the root once more.</summary>
    private readonly HashedTable<int> fromRoot;

    public AhoCorasick(IEnumerable<IReadOnlyList<uint>> patterns)
    {
        var trie = new Trie();
        foreach (var (id, sequence) in patterns.Index()) trie.Add(sequence, id);

        states = new State[trie.Nodes.Count];
        childHash = new uint[states.Length - 1];
        child = new int[states.Length - 1];
        var count = 0;
        for (var i = 0; i < states.Length; i++)
        {
            var node = trie.Nodes[i];
            states[i] = new State { FirstChild = count, Children = node.Children.Count, Depth = node.Depth, Pattern = node.Pattern };
            foreach (var (hash, next) in node.Children) (childHash[count], child[count++]) = (hash, next);
        }

        fromRoot = new HashedTable<int>(trie.Nodes[Root].Children);
        Link();
    }

    /// <summary>Adds every pattern that ends at a place, the longest first; of equal patterns the first.</summary>
    public void Match(ReadOnlySpan<uint> sequence, List<PatternMatch> matches)
    {
        var at = Root;
        for (var i = 0; i < sequence.Length; i++)
        {
            at = Step(at, sequence[i]);
            for (var hit = states[at].Pattern >= 0 ? at : states[at].Output; hit != Root; hit = states[hit].Output)
                matches.Add(new PatternMatch(states[hit].Pattern, i + 1 - states[hit].Depth, i + 1));
        }
    }

    /// <summary>Parents before children: what a state fails to is less deep than the state.</summary>
    private void Link()
    {
        var open = new Queue<int>();
        open.Enqueue(Root);
        while (open.TryDequeue(out var parent))
            for (var i = states[parent].FirstChild; i < states[parent].FirstChild + states[parent].Children; i++)
            {
                var next = child[i];
                var suffix = parent == Root ? Root : Step(states[parent].Fail, childHash[i]);
                states[next].Fail = states[suffix].Children > 0 ? suffix : states[suffix].Fail;
                states[next].Output = states[suffix].Pattern >= 0 ? suffix : states[suffix].Output;
                open.Enqueue(next);
            }
    }

    private int Step(int at, uint hash)
    {
        while (at != Root)
        {
            ref readonly var state = ref states[at];
            if (state.Children > 0 && childHash.AsSpan(state.FirstChild, state.Children).BinarySearch(hash) is >= 0 and var found)
                return child[state.FirstChild + found];
            at = state.Fail;
        }

        return fromRoot.TryGetValue(hash, out var first) ? first : Root;
    }

    private struct State
    {
        public int FirstChild;
        public int Children;

        /// <summary>Where to go on when no child fits: the longest suffix that has children.</summary>
        public int Fail;

        /// <summary>The longest suffix that is a pattern, or the root.</summary>
        public int Output;

        /// <summary>The first pattern that ends here, or -1.</summary>
        public int Pattern;
        public int Depth;
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

/// <param name="Pattern">The number of the pattern.</param>
/// <param name="First">The index in the sequence at which the match begins.</param>
/// <param name="End">The index behind the match.</param>
internal readonly record struct PatternMatch(int Pattern, int First, int End);
