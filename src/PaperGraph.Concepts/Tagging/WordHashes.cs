using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tagging;

/// <summary>What the tagger of parts of speech sees of a word.</summary>
internal sealed class WordHashes
{
    public const int LongestSuffix = 4;

    private const int PrefixLength = 3;

    private readonly Affixes suffixes;

    public WordHashes(Word word)
    {
        var lower = word.Lower.AsSpan();
        Lower = FeatureHash.Of(lower);
        Normal = word.Kind switch
        {
            TokenKind.Number => FeatureHash.Of("0"),
            TokenKind.Url => FeatureHash.Of("www"),
            _ => Lower,
        };
        var suffix = FeatureHash.Basis;
        for (var length = 1; length <= LongestSuffix; length++)
        {
            if (length <= lower.Length) suffix = FeatureHash.Append(suffix, lower[^length]);
            suffixes[length] = suffix;
        }

        Prefix = FeatureHash.Of(lower.Length > PrefixLength ? lower[..PrefixLength] : lower);
        Shape = FeatureHash.OfShape(word.Surface);
        ShapeInLowerCase = FeatureHash.OfShape(lower);
        LastPart = lower.LastIndexOf('-') is > 0 and var hyphen ? FeatureHash.Of(lower[(hyphen + 1)..]) : 0;
    }

    /// <summary>Of the word in lower case.</summary>
    public uint Lower { get; }

    /// <summary>The same, all numbers and all links alike.</summary>
    public uint Normal { get; }

    public uint Prefix { get; }

    public uint Shape { get; }

    public uint ShapeInLowerCase { get; }

    /// <summary>Of what stands behind the last hyphen; 0 where there is none.</summary>
    public uint LastPart { get; }

    /// <summary>Of its last letters, from the end; of a shorter word all of it.</summary>
    public uint Suffix(int length) => suffixes[length];
}

/// <summary>What the typed tagger sees of a piece of a word.</summary>
internal sealed class PieceHashes
{
    public const int LongestAffix = 4;

    private readonly Affixes suffixes;
    private readonly Affixes prefixes;

    public PieceHashes(WordPiece piece)
    {
        Surface = FeatureHash.Of(piece.Surface);
        Shape = FeatureHash.OfShape(piece.Surface);
        var form = piece.Form;
        var (prefix, suffix) = (FeatureHash.Basis, FeatureHash.Basis);
        for (var length = 1; length <= LongestAffix; length++)
        {
            if (length <= form.Length)
            {
                prefix = FeatureHash.Append(prefix, form[length - 1]);
                suffix = FeatureHash.Append(suffix, form[^length]);
            }

            (prefixes[length], suffixes[length]) = (prefix, suffix);
        }
    }

    public uint Surface { get; }

    public uint Shape { get; }

    /// <summary>Of the form's last letters, from the end; of a shorter form all of it.</summary>
    public uint Suffix(int length) => suffixes[length];

    /// <summary>Of the form's first letters; of a shorter form all of it.</summary>
    public uint Prefix(int length) => prefixes[length];
}

/// <summary>A hash for each length up to four.</summary>
[InlineArray(5)]
internal struct Affixes
{
    private uint first;
}
