namespace PaperGraph.Concepts.Linking;

/// <summary>A part of the papers that have a feature, as it is stored.</summary>
/// <param name="Feature">The number of the feature, see <see cref="FeatureName"/>.</param>
/// <param name="Part">From 0. Which paper is in which part says nothing.</param>
/// <param name="Level">The level by which the feature weighs, see <see cref="LinkStatistics"/>.</param>
/// <param name="Packed">
/// The papers in ascending order of their ids, each with the difference to the one before and its strength; nothing for a feature that
/// more papers have than are read.
/// </param>
public sealed record StoredPostings(long Feature, int Part, byte Level, byte[] Packed);

/// <summary>The bytes of <see cref="StoredPostings.Packed"/>.</summary>
internal static class PackedPostings
{
    /// <summary>How many papers a part holds at most: a row stays below two kilobytes.</summary>
    public const int MaxPapers = 450;

    /// <param name="papers">In ascending order of their ids, each once.</param>
    public static byte[] Pack(ReadOnlySpan<(long Paper, ushort Strength)> papers)
    {
        var stream = new MemoryStream(papers.Length * 4);
        var writer = new BinaryWriter(stream);
        var before = 0L;
        foreach (var (paper, strength) in papers)
        {
            writer.Write7BitEncodedInt64(paper - before);
            writer.Write(strength);
            before = paper;
        }

        return stream.ToArray();
    }

    public static int Count(byte[] packed)
    {
        var count = 0;
        for (var bytes = new ByteReader(packed); !bytes.IsAtEnd; count++)
        {
            bytes.Packed64();
            bytes.UInt16();
        }

        return count;
    }

    public static bool Contains(byte[] packed, long paper)
    {
        var bytes = new ByteReader(packed);
        for (var next = 0L; !bytes.IsAtEnd;)
        {
            next += bytes.Packed64();
            if (next >= paper) return next == paper;
            bytes.UInt16();
        }

        return false;
    }

    public static List<(long Paper, ushort Strength)> Read(byte[] packed)
    {
        var papers = new List<(long, ushort)>(packed.Length / 3);
        var bytes = new ByteReader(packed);
        for (var paper = 0L; !bytes.IsAtEnd;)
        {
            paper += bytes.Packed64();
            papers.Add((paper, bytes.UInt16()));
        }

        return papers;
    }
}
