namespace PaperGraph.Concepts.Linking;

/// <summary>
/// For each feature the papers that have it, with what it adds to a comparison. Features of a single paper and those of more
/// papers than can be read for one comparison are left out: they find nothing, or everything.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly int[] starts;
    private readonly int[] papers;
    private readonly Half[] values;

    private InvertedIndex(int[] starts, int[] papers, Half[] values) => (this.starts, this.papers, this.values) = (starts, papers, values);

    public static InvertedIndex Of(int features, int papers, Func<int, int> frequency, int longest, Func<int, IEnumerable<(int Feature, float Value)>> row)
    {
        var starts = new int[features + 1];
        for (var feature = 0; feature < features; feature++)
        {
            var length = frequency(feature);
            starts[feature + 1] = checked(starts[feature] + (length < 2 || length > longest ? 0 : length));
        }

        var fill = starts.AsSpan(0, features).ToArray();
        var entries = new int[starts[features]];
        var values = new Half[starts[features]];
        for (var paper = 0; paper < papers; paper++)
            foreach (var (feature, value) in row(paper))
            {
                if (fill[feature] == starts[feature + 1]) continue;
                entries[fill[feature]] = paper;
                values[fill[feature]++] = (Half)value;
            }

        // A row may leave out some of a paper's features, so that a list may be shorter than the feature's frequency.
        return Close(starts, fill, entries, values);
    }

    public ReadOnlySpan<int> Papers(int feature) => papers.AsSpan(starts[feature], starts[feature + 1] - starts[feature]);

    public ReadOnlySpan<Half> Values(int feature) => values.AsSpan(starts[feature], starts[feature + 1] - starts[feature]);

    private static InvertedIndex Close(int[] starts, int[] fill, int[] entries, Half[] values)
    {
        var to = 0;
        for (var feature = 0; feature < fill.Length; feature++)
        {
            var (from, length) = (starts[feature], fill[feature] - starts[feature]);
            Array.Copy(entries, from, entries, to, length);
            Array.Copy(values, from, values, to, length);
            starts[feature] = to;
            to += length;
        }

        starts[^1] = to;
        return new InvertedIndex(starts, entries, values);
    }
}
