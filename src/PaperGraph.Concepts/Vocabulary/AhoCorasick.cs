using System.Collections.Frozen;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All occurrences of many word sequences in one pass (A. Aho and M. Corasick, "Efficient string matching", CACM 1975),
/// over words instead of characters.
/// </summary>
internal sealed class AhoCorasick
{
    private const int Root = 0;

    private readonly FrozenDictionary<string, int> words;

    /// <summary>The first pattern that ends at a node, or -1.</summary>
    private readonly int[] pattern;

    private readonly int[] depth;
    private readonly int[] fail;

    /// <summary>The node where the next pattern with an end lies, by following failure links.</summary>
    private readonly int[] output;

    /// <summary>From the root, by word.</summary>
    private readonly int[] fromRoot;

    /// <summary>The children of a node stand from here on, up to those of the next one, by ascending words.</summary>
    private readonly int[] firstChild;
    private readonly int[] childWord;
    private readonly int[] child;

    public AhoCorasick(IEnumerable<IReadOnlyList<string>> patterns)
    {
        var trie = new Trie();
        foreach (var (id, sequence) in patterns.Index()) trie.Add(sequence, id);

        words = trie.Words.ToFrozenDictionary();
        (pattern, depth) = ([.. trie.Nodes.Select(node => node.Pattern)], [.. trie.Nodes.Select(node => node.Depth)]);
        fromRoot = new int[words.Count];
        firstChild = new int[trie.Nodes.Count + 1];
        childWord = new int[trie.Nodes.Count - 1];
        child = new int[trie.Nodes.Count - 1];
        var count = 0;
        for (var node = 0; node < trie.Nodes.Count; node++)
        {
            foreach (var (word, next) in trie.Nodes[node].Children)
            {
                if (node == Root) fromRoot[word] = next;
                (childWord[count], child[count++]) = (word, next);
            }

            firstChild[node + 1] = count;
        }

        (fail, output) = (new int[trie.Nodes.Count], new int[trie.Nodes.Count]);
        Link();
    }

    /// <summary>Every pattern that ends at a place, the longest first; of equal patterns the first.</summary>
    /// <param name="found">Called with the pattern's number, its first position and the position behind it.</param>
    public void Match(IEnumerable<string> sequence, Action<int, int, int> found)
    {
        var node = Root;
        var end = 0;
        foreach (var form in sequence)
        {
            end++;
            node = words.TryGetValue(form, out var word) ? Step(node, word) : Root;
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
                fail[next] = node == Root ? Root : Step(fail[node], childWord[i]);
                output[next] = pattern[fail[next]] >= 0 ? fail[next] : output[fail[next]];
                open.Enqueue(next);
            }
    }

    private int Step(int node, int word)
    {
        for (; node != Root; node = fail[node])
        {
            var (first, count) = (firstChild[node], firstChild[node + 1] - firstChild[node]);
            if (count > 0 && childWord.AsSpan(first, count).BinarySearch(word) is >= 0 and var at) return child[first + at];
        }

        return fromRoot[word];
    }

    private sealed class Trie
    {
        public Dictionary<string, int> Words { get; } = [];

        public List<Node> Nodes { get; } = [new Node(0)];

        public void Add(IReadOnlyList<string> sequence, int id)
        {
            var at = Nodes[Root];
            foreach (var form in sequence)
            {
                if (!Words.TryGetValue(form, out var word)) Words[form] = word = Words.Count;
                if (!at.Children.TryGetValue(word, out var next))
                {
                    at.Children[word] = next = Nodes.Count;
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

        public SortedDictionary<int, int> Children { get; } = [];
    }
}
