namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Which paper has which features (words, concepts, …) and how strongly, in flat arrays both ways. A feature's number follows
/// from the order of its first paper; nothing that is answered depends on it.
/// </summary>
internal sealed class FeatureTable<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> numbers = [];
    private readonly List<TKey> keys = [];
    private readonly List<int> frequency = [];
    private readonly Chunks<int> features = new();
    private readonly Chunks<float> strengths = new();
    private readonly Chunks<long> starts = new();

    public int Papers => (int)starts.Count;

    public int Count => keys.Count;

    public TKey Key(int feature) => keys[feature];

    /// <summary>Papers that have the feature.</summary>
    public int Frequency(int feature) => frequency[feature];

    /// <summary>The next paper's features; one that is given twice counts once, with its greater strength.</summary>
    public void Add(IEnumerable<(TKey Key, float Strength)> row)
    {
        starts.Add(features.Count);
        var entries = new SortedDictionary<int, float>();
        foreach (var (key, strength) in row)
        {
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = keys.Count;
                keys.Add(key);
                frequency.Add(0);
            }

            entries[number] = Math.Max(strength, entries.GetValueOrDefault(number));
        }

        foreach (var (number, strength) in entries)
        {
            features.Add(number);
            strengths.Add(strength);
            frequency[number]++;
        }
    }

    /// <summary>A paper's features in the order of their numbers.</summary>
    public (long Start, long End) Row(int paper) => (starts[paper], paper + 1 < Papers ? starts[paper + 1] : features.Count);

    public int Feature(long entry) => features[entry];

    public float Strength(long entry) => strengths[entry];
}
