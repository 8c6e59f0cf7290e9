using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>A feature's number with its strength in a paper; six bytes, as a million papers have seventy million.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct FeatureEntry(int Feature, ushort Strength);

/// <summary>A concept of a paper and one of the paper's words that stands in a mention of it, both by their places in its row.</summary>
internal readonly record struct Cover(ushort Concept, ushort Word);

/// <summary>
/// Which paper has which features and how strongly. A feature's number follows from the order in which papers come; nothing
/// that is answered depends on it.
/// </summary>
internal sealed class FeatureTable
{
    /// <summary>Rows lie one after the other in parts of this many entries, so that a long table grows without being copied.</summary>
    private const int PartLength = 1 << 16;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<(FeatureKind Kind, long Id), int> targets = [];
    private readonly List<LinkFeature> features = [];
    private readonly List<int> frequency = [];

    private readonly List<FeatureEntry[]> parts = [];
    private readonly List<(int Part, int Start, int Length)> rows = [];
    private readonly List<Cover[]> covers = [];
    private readonly List<FeatureEntry> row = [];
    private readonly List<(int Concept, IReadOnlyList<string> Words)> covered = [];
    private int filled;

    public int Papers => rows.Count;

    public int Count => features.Count;

    public LinkFeature Feature(int feature) => features[feature];

    /// <summary>The number of a feature that a paper has.</summary>
    public int Find(LinkFeature feature) => feature.Kind == FeatureKind.Words ? words[feature.Key] : targets[(feature.Kind, feature.Id)];

    public bool IsWord(int feature) => features[feature].Kind == FeatureKind.Words;

    /// <summary>The number of papers that have the feature.</summary>
    public int Frequency(int feature) => frequency[feature];

    /// <summary>The next paper's features; one that is given twice counts once, with its greater strength.</summary>
    public void Add(IEnumerable<FeatureStrength> paper) => Set(Papers, paper, knownAlone: false);

    /// <summary>Of a paper that was passed over, the features that others have already: what it can share with them.</summary>
    public void SetKnown(int paper, IEnumerable<FeatureStrength> features) => Set(paper, features, knownAlone: true);

    private void Set(int paper, IEnumerable<FeatureStrength> strengths, bool knownAlone)
    {
        row.Clear();
        covered.Clear();
        foreach (var (feature, strength, words) in strengths)
        {
            if (!TryFind(feature, out var number))
            {
                if (knownAlone) continue;
                number = Register(feature);
            }
            row.Add(new FeatureEntry(number, strength));
            if (words is { Count: > 0 }) covered.Add((number, words));
        }

        row.Sort(static (a, b) => a.Feature != b.Feature ? a.Feature.CompareTo(b.Feature) : b.Strength.CompareTo(a.Strength));
        if (parts.Count == 0 || filled + row.Count > parts[^1].Length)
        {
            parts.Add(new FeatureEntry[Math.Max(PartLength, row.Count)]);
            filled = 0;
        }

        var start = filled;
        var last = -1;
        foreach (var entry in row)
        {
            if (entry.Feature == last) continue;
            parts[^1][filled++] = entry;
            frequency[entry.Feature]++;
            last = entry.Feature;
        }

        while (rows.Count <= paper)
        {
            rows.Add(default);
            covers.Add([]);
        }
        rows[paper] = (parts.Count - 1, start, filled - start);
        covers[paper] = Covers(Row(paper));
    }

    /// <summary>A paper's features, in the order of their numbers; none of a paper that was passed over.</summary>
    public ReadOnlySpan<FeatureEntry> Row(int paper)
    {
        if (paper >= rows.Count) return [];
        var (part, start, length) = rows[paper];
        return length == 0 ? [] : parts[part].AsSpan(start, length);
    }

    /// <summary>Which of a paper's words its concepts cover, in the order of the concepts' places.</summary>
    public ReadOnlySpan<Cover> Covers(int paper) => paper < covers.Count ? covers[paper] : [];

    /// <summary>What of <see cref="covered"/> the row holds: the least telling words of a long text are not in it.</summary>
    private Cover[] Covers(ReadOnlySpan<FeatureEntry> row)
    {
        var found = new List<Cover>();
        foreach (var (concept, spelled) in covered)
        {
            var place = Place(row, concept);
            foreach (var word in spelled)
                if (words.TryGetValue(word, out var number) && Place(row, number) is >= 0 and var at)
                    found.Add(new Cover((ushort)place, (ushort)at));
        }

        return [.. found.Distinct().OrderBy(cover => cover.Concept)];
    }

    private static int Place(ReadOnlySpan<FeatureEntry> row, int feature)
    {
        var (low, high) = (0, row.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (row[middle].Feature == feature) return middle;
            if (row[middle].Feature < feature) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    private bool TryFind(LinkFeature feature, out int number) => feature.Kind == FeatureKind.Words
        ? words.TryGetValue(feature.Key, out number)
        : targets.TryGetValue((feature.Kind, feature.Id), out number);

    private int Register(LinkFeature feature)
    {
        var number = features.Count;
        if (feature.Kind == FeatureKind.Words) words.Add(feature.Key, number);
        else targets.Add((feature.Kind, feature.Id), number);
        features.Add(feature);
        frequency.Add(0);
        return number;
    }
}
