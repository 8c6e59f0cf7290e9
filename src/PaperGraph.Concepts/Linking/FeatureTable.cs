using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>A feature's number with its strength in a paper; six bytes, as a million papers have seventy million.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct FeatureEntry(int Feature, ushort Strength);

/// <summary>
/// Which paper has which features and how strongly. A feature's number follows from the order in which papers come; nothing
/// that is answered depends on it.
/// </summary>
internal sealed class FeatureTable
{
    /// <summary>Rows lie one after the other in parts of this many entries, so that a long table grows without being copied.</summary>
    private const int PartLength = 1 << 16;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<(LinkReasonKind Kind, long Id), int> targets = [];
    private readonly List<LinkFeature> features = [];
    private readonly List<long> digests = [];
    private readonly List<int> frequency = [];

    private readonly List<FeatureEntry[]> parts = [];
    private readonly List<(int Part, int Start, int Length)> rows = [];
    private readonly List<FeatureEntry> row = [];
    private int filled;

    public int Papers => rows.Count;

    public int Count => features.Count;

    public LinkFeature Feature(int feature) => features[feature];

    /// <summary>Of all that it is.</summary>
    public long FeatureDigest(int feature) => digests[feature];

    /// <summary>Papers that have the feature.</summary>
    public int Frequency(int feature) => frequency[feature];

    /// <summary>The next paper's features; one that is given twice counts once, with its greater strength.</summary>
    public void Add(IEnumerable<FeatureStrength> paper)
    {
        row.Clear();
        foreach (var (feature, strength) in paper) row.Add(new FeatureEntry(Number(feature), strength));
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

        rows.Add((parts.Count - 1, start, filled - start));
    }

    /// <summary>A paper's features, in the order of their numbers.</summary>
    public ReadOnlySpan<FeatureEntry> Row(int paper)
    {
        var (part, start, length) = rows[paper];
        return parts[part].AsSpan(start, length);
    }

    /// <summary>Of a paper's features and their strengths, whatever their numbers.</summary>
    public long Digest(int paper)
    {
        var sum = 0L;
        foreach (var (feature, strength) in Row(paper)) sum += LinkDigest.Of(digests[feature], strength);
        return sum;
    }

    private int Number(LinkFeature feature)
    {
        var isWord = feature.Kind == LinkReasonKind.Words;
        if (isWord ? words.TryGetValue(feature.Key, out var number) : targets.TryGetValue((feature.Kind, feature.Id), out number))
            return number;

        number = features.Count;
        if (isWord) words.Add(feature.Key, number);
        else targets.Add((feature.Kind, feature.Id), number);
        features.Add(feature);
        digests.Add(LinkDigest.Of((long)feature.Kind, (long?)feature.ConceptKind ?? -1, feature.Id, LinkDigest.Of(feature.Key)));
        frequency.Add(0);
        return number;
    }
}
