using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>A paper's number with the strength of a feature in it; six bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct Posting(int Paper, ushort Strength);

/// <summary>
/// For each feature the papers that have it, and how strongly. Features of more papers than can be read for one comparison are left
/// out: they find everything.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly int[] starts;
    private readonly Posting[] postings;

    /// <param name="longest">The greatest level of a feature that is read.</param>
    public InvertedIndex(FeatureTable table, LinkWeights weights, int longest)
    {
        starts = new int[table.Count + 1];
        for (var feature = 0; feature < table.Count; feature++)
        {
            var length = weights.Level(feature) > longest ? 0 : table.Frequency(feature);
            starts[feature + 1] = checked(starts[feature] + length);
        }

        postings = new Posting[starts[^1]];
        var fill = starts[..^1];
        for (var paper = 0; paper < table.Papers; paper++)
            foreach (var (feature, strength) in table.Row(paper))
                if (starts[feature] < starts[feature + 1]) postings[fill[feature]++] = new Posting(paper, strength);
    }

    /// <param name="stored">For each feature its postings.</param>
    public InvertedIndex(IReadOnlyList<List<Posting>> stored)
    {
        starts = new int[stored.Count + 1];
        for (var feature = 0; feature < stored.Count; feature++) starts[feature + 1] = checked(starts[feature] + stored[feature].Count);
        postings = new Posting[starts[^1]];
        for (var feature = 0; feature < stored.Count; feature++) stored[feature].CopyTo(postings, starts[feature]);
    }

    /// <summary>The papers that have the feature, each once.</summary>
    public ReadOnlySpan<Posting> Postings(int feature) => postings.AsSpan(starts[feature], starts[feature + 1] - starts[feature]);
}
