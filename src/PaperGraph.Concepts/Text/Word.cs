using System.Text;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Text;

/// <summary>
/// A spelling, and what follows from it alone: made once, and shared by all tokens that are spelt so. What only some ask for is made on
/// demand, and kept in the object itself, where the processor finds it beside the rest.
/// </summary>
internal sealed class Word
{
    private OnDemand<Word, WordHashes> hashes;
    private OnDemand<Word, WordTraits> traits;

    /// <param name="surface">The word as it is printed.</param>
    public Word(TokenKind kind, string surface)
    {
        (Kind, Surface, Lower) = (kind, surface, ToLower(surface));
        Form = kind == TokenKind.Word ? ToForm(Lower, Surface) : Lower;
        Pieces = kind == TokenKind.Word && Lower.Contains('-') ? Cut() : [new WordPiece(0, surface, Form, surface.Length)];
    }

    public TokenKind Kind { get; }

    /// <summary>The word as it is printed.</summary>
    public string Surface { get; }

    /// <summary>The word in lower case, with every kind of hyphen as "-".</summary>
    public string Lower { get; }

    /// <summary>Of a word the singular, in lower case and folded; else as <see cref="Lower"/>.</summary>
    public string Form { get; }

    /// <summary>What stands between its hyphens; none where it is hyphens only.</summary>
    public WordPiece[] Pieces { get; }

    /// <summary>The hashes that the taggers take as features.</summary>
    public ref readonly WordHashes Hashes => ref hashes.GetOrCreate(this, static word => new WordHashes(word));

    /// <summary>The traits by which noun phrases are found.</summary>
    public ref readonly WordTraits Traits => ref traits.GetOrCreate(this, static word => new WordTraits(word));

    private static string ToLower(string surface) =>
        !surface.AsSpan().ContainsAnyExceptInRange('a', 'z')
            ? surface
            : string.Create(surface.Length, surface, static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++) to[i] = Tokenizer.IsHyphen(from[i]) ? '-' : char.ToLowerInvariant(from[i]);
            });

    /// <summary>As <see cref="ConceptKey"/> compares it: "Fréchet" and <c>Fr\'echet</c> are "frechet".</summary>
    private static string ToForm(string lower, string surface) =>
        Ascii.IsValid(surface) && !surface.AsSpan().ContainsAny('\\', '&')
            ? WordForms.Singular(lower, surface)
            : WordForms.Singular(Folding.Plain(lower), Folding.Plain(surface));

    private WordPiece[] Cut()
    {
        var pieces = new List<WordPiece>(2);
        for (var at = 0; at < Lower.Length;)
        {
            var end = Lower.IndexOf('-', at);
            if (end < 0) end = Lower.Length;
            if (end > at)
            {
                var surface = Surface[at..end];
                pieces.Add(new WordPiece(at, surface, ToForm(Lower[at..end], surface), Lower.Length));
            }

            at = end + 1;
        }

        return [.. pieces];
    }
}

/// <summary>A stretch of a word between its hyphens.</summary>
internal sealed class WordPiece
{
    private readonly int wordLength;
    private OnDemand<WordPiece, PieceHashes> hashes;

    /// <param name="offset">The offset of the piece in the word.</param>
    /// <param name="form">Lower case, singular, folded; punctuation as it is.</param>
    /// <param name="wordLength">The length of the whole word.</param>
    public WordPiece(int offset, string surface, string form, int wordLength)
    {
        (Offset, Surface, Form, this.wordLength) = (offset, surface, form, wordLength);
        Hash = FeatureHash.Compute(form);
        InGeneral = CorpusStatistics.Find(Hash);
    }

    public int Offset { get; }

    public int Length => Surface.Length;

    public string Surface { get; }

    public string Form { get; }

    /// <summary>The hash of the form.</summary>
    public uint Hash { get; }

    /// <summary>What research papers in general tell of the form.</summary>
    public CorpusWord InGeneral { get; }

    public bool OpensWord => Offset == 0;

    public bool ClosesWord => Offset + Surface.Length == wordLength;

    /// <summary>The hashes by which the typed tagger knows the piece.</summary>
    public ref readonly PieceHashes Hashes => ref hashes.GetOrCreate(this, static piece => new PieceHashes(piece));
}
