using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tagging;

/// <summary>What the tagger of parts of speech sees of a word.</summary>
internal readonly struct WordHashes
{
    private const int PrefixLength = 3;

    private readonly Affixes suffixes;

    public WordHashes(Word word)
    {
        var lower = word.Lower.AsSpan();
        Lower = word.Pieces is [{ } only] && ReferenceEquals(only.Form, word.Lower) ? only.Hash : FeatureHash.Compute(lower);
        Normal = word.Kind switch
        {
            TokenKind.Number => FeatureHash.Compute("0"),
            TokenKind.Url => FeatureHash.Compute("www"),
            _ => Lower,
        };
        suffixes = Affixes.HashSuffixes(lower);
        Prefix = FeatureHash.Compute(lower.Length > PrefixLength ? lower[..PrefixLength] : lower);
        Shape = FeatureHash.ComputeShape(word.Surface);
        ShapeInLowerCase = FeatureHash.ComputeShape(lower);
        LastPart = lower.LastIndexOf('-') is > 0 and var hyphen ? FeatureHash.Compute(lower[(hyphen + 1)..]) : 0;
    }

    /// <summary>The hash of the word in lower case.</summary>
    public uint Lower { get; }

    /// <summary>The hash of the word in lower case, where all numbers have one hash and all links another.</summary>
    public uint Normal { get; }

    public uint Prefix { get; }

    public uint Shape { get; }

    public uint ShapeInLowerCase { get; }

    /// <summary>The hash of what stands after the last hyphen; 0 where there is none.</summary>
    public uint LastPart { get; }

    /// <summary>The hash of its last letters, from the end; of a shorter word that of all of it.</summary>
    public uint Suffix(int length) => suffixes[length];
}

/// <summary>What the typed tagger sees of a piece of a word.</summary>
internal readonly struct PieceHashes
{
    private readonly Affixes suffixes;
    private readonly Affixes prefixes;

    public PieceHashes(WordPiece piece)
    {
        Surface = ReferenceEquals(piece.Surface, piece.Form) ? piece.Hash : FeatureHash.Compute(piece.Surface);
        Shape = FeatureHash.ComputeShape(piece.Surface);
        (prefixes, suffixes) = (Affixes.HashPrefixes(piece.Form), Affixes.HashSuffixes(piece.Form));
    }

    public uint Surface { get; }

    public uint Shape { get; }

    /// <summary>The hash of the form's last letters, from the end; of a shorter form that of all of it.</summary>
    public uint Suffix(int length) => suffixes[length];

    /// <summary>The hash of the form's first letters; of a shorter form that of all of it.</summary>
    public uint Prefix(int length) => prefixes[length];
}

/// <summary>A hash for each length from 1 up to the longest; of a shorter text all of it.</summary>
[InlineArray(MaxLength + 1)]
internal struct Affixes
{
    public const int MaxLength = 4;

    private uint first;

    public static Affixes HashPrefixes(ReadOnlySpan<char> text) => Compute(text, fromEnd: false);

    public static Affixes HashSuffixes(ReadOnlySpan<char> text) => Compute(text, fromEnd: true);

    private static Affixes Compute(ReadOnlySpan<char> text, bool fromEnd)
    {
        var affixes = default(Affixes);
        var hash = FeatureHash.Basis;
        for (var length = 1; length <= MaxLength; length++)
        {
            if (length <= text.Length) hash = FeatureHash.Append(hash, fromEnd ? text[^length] : text[length - 1]);
            affixes[length] = hash;
        }

        return affixes;
    }
}
