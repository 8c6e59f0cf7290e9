using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Everything known of one key in one paper before it is ranked.</summary>
internal sealed class Candidate(string key)
{
    /// <summary>The confidence from which a phrase without capitals is taken for a name; about two in a hundred reach it.</summary>
    private const float SureOfName = 0.95f;

    public string Key { get; } = key;

    public List<CandidateSpan> Spans { get; } = [];

    public ConceptNameOrigin Origin { get; set; }

    /// <summary>The kind that the vocabulary states, else <see cref="ConceptKind.Other"/>.</summary>
    public ConceptKind KnownKind { get; set; } = ConceptKind.Other;

    /// <summary>The tagger's confidence in each kind, summed over the paper.</summary>
    public KindVotes TaggedKinds { get; } = new();

    /// <summary>How often and how firmly the text says each kind (<see cref="StatedKind"/>).</summary>
    public KindVotes StatedKinds { get; } = new();

    /// <summary>The kind that the vocabulary states, else what the text says, else what the tagger and the last word tell.</summary>
    public ConceptKind Kind =>
        KnownKind != ConceptKind.Other ? KnownKind : StatedKinds.Strongest ?? TaggedKinds.Strongest ?? ConceptKind.Other;

    /// <summary>Occurrences that are a whole noun phrase, not a part of one.</summary>
    public int WholePhrases { get; set; }

    /// <summary>The words of the first occurrence.</summary>
    public required WordPiece[] Words { get; init; }

    public bool InTitle { get; set; }

    /// <summary>Occurrences that the text goes on about: with a relative clause, a purpose, an apposition.</summary>
    public int Explained { get; set; }

    /// <summary>The strongest of its occurrences.</summary>
    public Zone Zone { get; set; }

    /// <summary>The confidence of the typed tagger, 0 where it saw nothing.</summary>
    public float TaggerConfidence { get; set; }

    /// <summary>Capitals inside, or digits: BERT, GPT-4, ImageNet.</summary>
    public required bool IsCoined { get; init; }

    /// <summary>Each word with a capital, where neither a title nor the beginning of a sentence asks for it.</summary>
    public required bool IsCapitalized { get; init; }

    /// <summary>An occurrence is set off as a name is: by its capitals inside of a sentence, or in front of a title's colon.</summary>
    public bool IsSetOff { get; set; }

    /// <summary>Whether this is a name, and no phrase that says something of the paper alone.</summary>
    public bool IsName => IsSetOff || TaggerConfidence >= SureOfName;

    /// <summary>Ends in a plural, or in a verb that was taken for one.</summary>
    public required bool IsPlural { get; init; }

    /// <summary>Whether it has several words with white space between them.</summary>
    public required bool HasSeveralTokens { get; init; }

    /// <summary>The tag of the first word of the first occurrence.</summary>
    public required PartOfSpeech FirstTag { get; init; }

    /// <summary>The tag of the word before the first occurrence; <see cref="PartOfSpeech.Other"/> where there is none.</summary>
    public required PartOfSpeech TagBefore { get; init; }

    public float Score { get; set; }
}

internal readonly record struct CandidateSpan(TextField Field, int Start, int Length)
{
    public int End => Start + Length;
}
