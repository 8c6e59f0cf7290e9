using System.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// The bytes in which a paper's features are stored: a number of the format, the tie, the concepts' strengths with the places of the words
/// that each covers, and the words with theirs. Of a word the beginning that it shares with the one before is left out.
/// </summary>
internal static class PackedFeatures
{
    public const byte Format = 1;

    public static byte[] Pack(long tie, IReadOnlyList<FeatureStrength> features)
    {
        var words = features.Where(feature => feature.Feature.Kind == FeatureKind.Words).ToList();
        var places = words.Index().ToDictionary(word => word.Item.Feature.Key, word => word.Index);
        var stream = new MemoryStream(1024);
        var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write(tie);
        foreach (var concept in features.Where(feature => feature.Feature.Kind == FeatureKind.Concept))
        {
            writer.Write(concept.Strength);
            var covers = (concept.Covers ?? []).Where(places.ContainsKey).Select(word => places[word]).Order().ToList();
            writer.Write7BitEncodedInt(covers.Count);
            foreach (var place in covers) writer.Write7BitEncodedInt(place);
        }

        writer.Write7BitEncodedInt(words.Count);
        var before = Array.Empty<byte>();
        foreach (var (feature, strength, _) in words)
        {
            var word = Encoding.UTF8.GetBytes(feature.Key);
            var shared = word.AsSpan().CommonPrefixLength(before);
            writer.Write(strength);
            writer.Write7BitEncodedInt(shared);
            writer.Write7BitEncodedInt(word.Length - shared);
            writer.Write(word.AsSpan(shared));
            before = word;
        }

        return stream.ToArray();
    }

    public static (long Tie, List<FeatureStrength> Features) Read(PaperFeatures paper, LinkFeatureLookup targets)
    {
        if (!paper.IsReadable) throw new InvalidDataException("The features of the paper were stored by another version.");
        var bytes = new ByteReader(paper.Packed.AsSpan(1));
        var tie = bytes.Int64();
        var strengths = new (ushort Strength, int[] Covers)[paper.Concepts.Length];
        foreach (ref var concept in strengths.AsSpan())
        {
            concept = (bytes.UInt16(), new int[bytes.Int32()]);
            foreach (ref var place in concept.Covers.AsSpan()) place = bytes.Int32();
        }

        var words = Words(ref bytes);
        var features = new List<FeatureStrength>(
            paper.Concepts.Length + paper.Organizations.Length + paper.Repositories.Length + words.Length);
        foreach (var (id, (strength, covers)) in paper.Concepts.Zip(strengths))
            features.Add(new FeatureStrength(targets.Concept(id), strength, Array.ConvertAll(covers, place => words[place].Feature.Key)));
        foreach (var id in paper.Organizations) features.Add(new FeatureStrength(targets.Organization(id), ushort.MaxValue));
        foreach (var id in paper.Repositories) features.Add(new FeatureStrength(targets.Repository(id), ushort.MaxValue));
        features.AddRange(words);
        return (tie, features);
    }

    private static FeatureStrength[] Words(ref ByteReader bytes)
    {
        var words = new FeatureStrength[bytes.Int32()];
        var spelling = new byte[256];
        foreach (ref var word in words.AsSpan())
        {
            var strength = bytes.UInt16();
            var (shared, rest) = (bytes.Int32(), bytes.Int32());
            if (shared + rest > spelling.Length) Array.Resize(ref spelling, 2 * (shared + rest));
            bytes.Take(rest).CopyTo(spelling.AsSpan(shared));
            var key = Encoding.UTF8.GetString(spelling, 0, shared + rest);
            word = new FeatureStrength(new LinkFeature(FeatureKind.Words, 0, key), strength);
        }

        return words;
    }
}
