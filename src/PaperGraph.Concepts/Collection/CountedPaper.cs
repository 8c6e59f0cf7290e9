using System.Text;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// A paper as it is counted in the collection: its names with what each means, in the same order; null where that is not known.
/// </summary>
public sealed record CountedPaper(PaperNames Names, IReadOnlyList<NameMeaning?> Meanings)
{
    private const byte Format = 1;

    private const byte Unknown = 0;
    private const byte Itself = 1;
    private const byte Another = 2;
    private const byte FromContext = 4;

    /// <exception cref="InvalidDataException">Another version stored it, or it was cut off.</exception>
    public static CountedPaper Unpack(long paperId, ReadOnlySpan<byte> names, ReadOnlySpan<byte> meanings, RepeatedTexts texts)
    {
        var paper = PackedNames.Unpack(paperId, names, texts);
        var bytes = new ByteReader(meanings);
        if (bytes.Byte() != Format) throw new InvalidDataException("The meanings of the paper's names were stored by another version.");
        var meant = new NameMeaning?[paper.Names.Count];
        for (var i = 0; i < meant.Length; i++)
        {
            var kind = bytes.Byte();
            if (kind == Unknown) continue;
            var component = (kind & Itself) != 0 ? paper.Names[i].Key : texts.Get(bytes.Take(bytes.Int32()));
            meant[i] = new NameMeaning(component, (kind & FromContext) != 0);
        }

        return new CountedPaper(paper, meant);
    }

    /// <summary>The meanings as bytes to be stored. Most names mean themselves.</summary>
    public byte[] PackMeanings()
    {
        var stream = new MemoryStream(2 * Meanings.Count);
        var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        for (var i = 0; i < Meanings.Count; i++)
        {
            if (Meanings[i] is not { } meaning)
            {
                writer.Write(Unknown);
                continue;
            }
            var isItself = meaning.Component == Names.Names[i].Key;
            writer.Write((byte)((isItself ? Itself : Another) | (meaning.IsFromContext ? FromContext : 0)));
            if (!isItself) writer.Write(meaning.Component);
        }

        return stream.ToArray();
    }

    /// <summary>What the paper calls each of its components.</summary>
    internal Dictionary<string, List<NamedSo>> ByComponent()
    {
        var components = new Dictionary<string, List<NamedSo>>();
        for (var i = 0; i < Meanings.Count; i++)
        {
            if (Meanings[i] is not { } meaning) continue;
            if (!components.TryGetValue(meaning.Component, out var names)) components[meaning.Component] = names = new List<NamedSo>(1);
            names.Add(new NamedSo(Names.Names[i], !meaning.IsFromContext));
        }

        return components;
    }
}

/// <param name="Component">The key that leads the component.</param>
/// <param name="IsFromContext">Whether the paper's context alone tells, so that it is no name of the concept.</param>
public readonly record struct NameMeaning(string Component, bool IsFromContext);
