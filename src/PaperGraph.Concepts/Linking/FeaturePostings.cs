using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>The postings of some features, as they are stored and as they are to be.</summary>
internal sealed class FeaturePostings
{
    private readonly Dictionary<long, Stored> features = [];

    /// <param name="wanted">The numbers of the features; one that is not stored is one that no paper had.</param>
    public FeaturePostings(IEnumerable<long> wanted, IEnumerable<StoredPostings> stored)
    {
        foreach (var part in stored)
        {
            if (!features.TryGetValue(part.Feature, out var known)) features.Add(part.Feature, known = new Stored(part.Level));
            known.Parts.Add(part.Part, new Part(part.Packed));
        }
        foreach (var feature in wanted) features.TryAdd(feature, new Stored(0));
    }

    /// <summary>The features' numbers.</summary>
    public IEnumerable<long> Features => features.Keys;

    public bool Contains(long feature) => features.ContainsKey(feature);

    /// <summary>Those of other features from elsewhere, unless they are here.</summary>
    public FeaturePostings Join(FeaturePostings known)
    {
        foreach (var (feature, stored) in known.features) features.TryAdd(feature, stored);
        return this;
    }

    /// <summary>0 for a feature that no paper had.</summary>
    public byte Level(long feature) => features[feature].Level;

    public void SetLevel(long feature, byte level)
    {
        features[feature].Level = level;
        foreach (var part in features[feature].Parts.Values) part.IsChanged = true;
    }

    /// <summary>Nothing is kept of the feature but its level.</summary>
    public void Empty(long feature)
    {
        foreach (var part in features[feature].Parts.Values) part.Papers.Clear();
    }

    public int Count(long feature) => features[feature].Parts.Values.Sum(part => part.Count);

    public IEnumerable<(long Paper, ushort Strength)> Papers(long feature) =>
        features[feature].Parts.Values.SelectMany(part => part.Read());

    /// <summary>The paper has the feature no more.</summary>
    public void Remove(long feature, long paper)
    {
        foreach (var part in features[feature].Parts.Values)
        {
            if (!part.Contains(paper)) continue;
            part.Papers.RemoveAll(posting => posting.Paper == paper);
            part.IsChanged = true;
        }
    }

    /// <summary>The paper, which has it not yet, has the feature.</summary>
    public void Add(long feature, long paper, ushort strength)
    {
        var parts = features[feature].Parts;
        if (!parts.TryGetValue(parts.Count - 1, out var part) || part.Count >= PackedPostings.MaxPapers)
            parts.Add(parts.Count, part = new Part([]));
        part.Papers.Insert(part.Papers.FindLastIndex(posting => posting.Paper < paper) + 1, (paper, strength));
        part.IsChanged = true;
    }

    /// <summary>The parts that are others than they were.</summary>
    public IEnumerable<StoredPostings> Changed() =>
        from feature in features
        from part in feature.Value.Parts
        where part.Value.IsChanged
        select new StoredPostings(feature.Key, part.Key, feature.Value.Level, part.Value.Pack());

    private sealed class Stored(byte level)
    {
        public byte Level { get; set; } = level;

        /// <summary>Numbered from 0, without a gap.</summary>
        public Dictionary<int, Part> Parts { get; } = [];
    }

    /// <summary>Unpacked as soon as it is changed: most parts are only read, and four times as large unpacked.</summary>
    private sealed class Part(byte[] packed)
    {
        private List<(long Paper, ushort Strength)>? papers;

        public List<(long Paper, ushort Strength)> Papers => papers ??= PackedPostings.Read(packed);

        public int Count => papers?.Count ?? PackedPostings.Count(packed);

        public bool IsChanged { get; set; }

        public bool Contains(long paper) =>
            papers?.Exists(posting => posting.Paper == paper) ?? PackedPostings.Contains(packed, paper);

        public List<(long Paper, ushort Strength)> Read() => papers ?? PackedPostings.Read(packed);

        public byte[] Pack() => papers is null ? packed : PackedPostings.Pack(CollectionsMarshal.AsSpan(papers));
    }
}
