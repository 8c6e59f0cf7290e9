using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The names of papers as bytes to be stored: what the stage that looks at the whole collection reads of each paper, in place of its
/// mentions and abbreviations row by row.
/// </summary>
public static class PackedNames
{
    private const byte Format = 1;

    // What is stored of an enum is the value's place in these lists, whatever its own number is; new values are added at the end.
    private static readonly ConceptKind[] Kinds =
        [ConceptKind.Method, ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Model, ConceptKind.Metric, ConceptKind.Other];

    private static readonly TextField[] Fields = [TextField.Title, TextField.Abstract];

    private static readonly ConceptNameOrigin[] Origins =
        [ConceptNameOrigin.Text, ConceptNameOrigin.Name, ConceptNameOrigin.Abbreviation, ConceptNameOrigin.Vocabulary];

    public static byte[] Pack(PaperNames paper)
    {
        var stream = new MemoryStream(1024);
        var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write7BitEncodedInt(paper.Names.Count);
        foreach (var name in paper.Names)
        {
            writer.Write(name.Key);
            writer.Write(GetPlace(Kinds, name.Kind));
            writer.Write(name.Score);
            writer.Write(name.OpensTitle);
            writer.Write7BitEncodedInt(name.Surfaces.Count);
            foreach (var surface in name.Surfaces)
            {
                writer.Write(surface.Surface);
                writer.Write7BitEncodedInt(surface.Count);
                writer.Write(GetPlace(Fields, surface.Field));
                writer.Write(GetPlace(Origins, surface.Origin));
            }
        }

        writer.Write7BitEncodedInt(paper.Abbreviations.Count);
        foreach (var pair in paper.Abbreviations)
        {
            writer.Write(pair.Short);
            writer.Write(pair.Long);
            writer.Write(pair.ShortKey);
            writer.Write(pair.LongKey);
        }

        return stream.ToArray();
    }

    /// <param name="texts">Texts of other papers: names come again in paper after paper, and each is kept in memory once.</param>
    /// <exception cref="InvalidDataException">Another version stored them, or they were cut off.</exception>
    public static PaperNames Unpack(long paperId, ReadOnlySpan<byte> packed, RepeatedTexts texts)
    {
        var bytes = new ByteReader(packed);
        if (bytes.Byte() != Format) throw new InvalidDataException("The names of the paper were stored by another version.");
        var names = new CountedName[bytes.Int32()];
        foreach (ref var name in names.AsSpan())
        {
            var (key, kind, score, opensTitle) = (texts.Read(ref bytes), Kinds[bytes.Byte()], bytes.Single(), bytes.Byte() != 0);
            var surfaces = new SurfaceCount[bytes.Int32()];
            foreach (ref var surface in surfaces.AsSpan())
                surface = new SurfaceCount(texts.Read(ref bytes), bytes.Int32(), Fields[bytes.Byte()], Origins[bytes.Byte()]);
            name = new CountedName(key, kind, score, surfaces) { OpensTitle = opensTitle };
        }

        var pairs = new AbbreviationPair[bytes.Int32()];
        foreach (ref var pair in pairs.AsSpan())
            pair = new AbbreviationPair(texts.Read(ref bytes), texts.Read(ref bytes), texts.Read(ref bytes), texts.Read(ref bytes));
        return new PaperNames(paperId, names, pairs);
    }

    private static byte GetPlace<T>(T[] stored, T value)
        where T : struct, Enum
    {
        var place = Array.IndexOf(stored, value);
        return place >= 0
            ? (byte)place
            : throw new ArgumentOutOfRangeException(nameof(value), value, "It has no place among those stored.");
    }
}

/// <summary>Texts that are met again and again, each once in memory; of very many only those that came last. For one thread.</summary>
public sealed class RepeatedTexts
{
    private const int MaxKnown = 65_536;

    private readonly HashSet<string> known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> knownBySpan;
    private char[] buffer = new char[256];

    public RepeatedTexts()
    {
        known = new HashSet<string>(StringComparer.Ordinal);
        knownBySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a text that <see cref="BinaryWriter.Write(string)"/> has written.</summary>
    internal string Read(ref ByteReader bytes) => Get(bytes.Take(bytes.Int32()));

    internal string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > buffer.Length) buffer = new char[2 * utf8.Length];
        var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, buffer));
        if (knownBySpan.TryGetValue(text, out var met)) return met;
        if (known.Count == MaxKnown) known.Clear();
        var first = text.ToString();
        known.Add(first);
        return first;
    }
}
