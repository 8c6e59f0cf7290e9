namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All occurrences of many word sequences in one pass (A. Aho and M. Corasick, "Efficient string matching", CACM 1975),
/// over words instead of characters.
/// </summary>
internal sealed class AhoCorasick
{
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<long, int> next = [];
    private readonly List<int> parent = [0];
    private readonly List<int> word = [-1];
    private readonly List<int> depth = [0];
    private readonly List<int> pattern = [-1];
    private int[] fail = [];

    /// <summary>The node where the next pattern with an end lies, by following failure links.</summary>
    private int[] output = [];

    public AhoCorasick(IEnumerable<IReadOnlyList<string>> patterns)
    {
        var id = 0;
        foreach (var sequence in patterns)
        {
            var node = 0;
            foreach (var form in sequence)
            {
                if (!words.TryGetValue(form, out var wordId)) words[form] = wordId = words.Count;
                if (!next.TryGetValue(Edge(node, wordId), out var child)) child = AddNode(node, wordId);
                node = child;
            }

            if (pattern[node] < 0) pattern[node] = id;
            id++;
        }

        Link();
    }

    /// <summary>Every pattern that ends at a place, the longest first; of equal patterns the first.</summary>
    /// <param name="found">Called with the pattern's number, its first position and the position behind it.</param>
    public void Match(IReadOnlyList<string> sequence, Action<int, int, int> found)
    {
        var node = 0;
        for (var at = 0; at < sequence.Count; at++)
        {
            node = words.TryGetValue(sequence[at], out var id) ? Step(node, id) : 0;
            for (var hit = pattern[node] >= 0 ? node : output[node]; hit > 0; hit = output[hit])
                found(pattern[hit], at + 1 - depth[hit], at + 1);
        }
    }

    private int AddNode(int from, int wordId)
    {
        var node = parent.Count;
        next[Edge(from, wordId)] = node;
        parent.Add(from);
        word.Add(wordId);
        depth.Add(depth[from] + 1);
        pattern.Add(-1);
        return node;
    }

    private void Link()
    {
        fail = new int[parent.Count];
        output = new int[parent.Count];
        var byDepth = new int[parent.Count];
        for (var i = 0; i < byDepth.Length; i++) byDepth[i] = i;
        Array.Sort(byDepth, (a, b) => depth[a] != depth[b] ? depth[a].CompareTo(depth[b]) : a.CompareTo(b));
        foreach (var node in byDepth)
        {
            if (depth[node] < 2) continue;
            fail[node] = Step(fail[parent[node]], word[node]);
            output[node] = pattern[fail[node]] >= 0 ? fail[node] : output[fail[node]];
        }
    }

    private int Step(int node, int wordId)
    {
        while (true)
        {
            if (next.TryGetValue(Edge(node, wordId), out var child)) return child;
            if (node == 0) return 0;
            node = fail[node];
        }
    }

    private static long Edge(int node, int wordId) => ((long)node << 32) | (uint)wordId;
}
