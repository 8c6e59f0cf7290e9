using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// What the typed tagger looks at: one text with its tags, chunks and known names, and how often the paper uses each word.
/// </summary>
internal sealed class TypedContext
{
    private const int MaxTokensFromVerb = 8;

    private readonly PaperWordCounts words;
    private readonly int[] forms;
    private readonly Dictionary<uint, uint> headsOfDefined = [];

    public TypedContext(
        AnalyzedField field, PartOfSpeech[] tags, IReadOnlyList<TokenSpan> chunks, IReadOnlyList<GazetteerHit> hits, PaperWordCounts words)
    {
        (Field, Tags, this.words, forms) = (field, tags, words, words.GetNumbers(field));
        Sentences = PartSpans(field);
        Known = new byte[field.Parts.Count];
        foreach (var hit in hits)
            for (var i = hit.FirstPart; i < hit.EndPart; i++)
                Known[i] = (byte)(2 * FeatureNumbers.For(hit.Entry.Kind) + (i == hit.FirstPart ? 1 : 2));

        Chunk = new int[field.Tokens.Count];
        Array.Fill(Chunk, -1);
        Chunks = chunks;
        for (var chunk = 0; chunk < chunks.Count; chunk++)
            for (var i = chunks[chunk].First; i < chunks[chunk].End; i++) Chunk[i] = chunk;

        TokenHash = new uint[field.Tokens.Count];
        VerbBefore = new uint[field.Tokens.Count];
        var verb = -MaxTokensFromVerb - 1;
        for (var i = 0; i < TokenHash.Length; i++)
        {
            TokenHash[i] = field.Tokens[i].Word.Hashes.Lower;
            VerbBefore[i] = i - verb <= MaxTokensFromVerb ? TokenHash[verb] : 0;
            if (tags[i] == PartOfSpeech.Verb) verb = i;
        }

        Defined = new byte[field.Parts.Count];
        foreach (var abbreviation in field.Abbreviations)
        {
            Mark(abbreviation.ShortStart, abbreviation.Short.Length, 1);
            Mark(abbreviation.LongStart, abbreviation.Long.Length, 2);
            var (first, last) =
                (field.PartFrom(abbreviation.ShortStart), field.PartFrom(abbreviation.LongStart + abbreviation.Long.Length) - 1);
            if (last >= 0 && first < field.Parts.Count) headsOfDefined[field.Parts[first].Hash] = field.Parts[last].Hash;
        }
    }

    public AnalyzedField Field { get; }

    public PartOfSpeech[] Tags { get; }

    /// <summary>The sentences as spans of parts.</summary>
    public List<TokenSpan> Sentences { get; }

    /// <summary>How the paper uses the form of a part.</summary>
    public WordUse Uses(int part) => words[forms[part]];

    /// <summary>For each part 0, or the kind of the vocabulary's name that it opens or goes on.</summary>
    public byte[] Known { get; }

    /// <summary>For each part 1 in a short form, 2 in a long form, else 0.</summary>
    public byte[] Defined { get; }

    /// <summary>
    /// Of a part that opens a short form which the text defines, here or elsewhere: the hash of the long form's last part ("network" for
    /// CNN); else 0.
    /// </summary>
    public uint HeadOfDefined(uint hash) => headsOfDefined.GetValueOrDefault(hash);

    /// <summary>The hash of each token in lower case.</summary>
    public uint[] TokenHash { get; }

    /// <summary>For each token the hash of the nearest verb to the left, 0 where it is more than eight words away.</summary>
    public uint[] VerbBefore { get; }

    /// <summary>For each token the index of its noun phrase, or -1.</summary>
    public int[] Chunk { get; }

    public IReadOnlyList<TokenSpan> Chunks { get; }

    /// <summary>Whether a token is there and in a noun phrase.</summary>
    public bool IsInPhrase(int token) => (uint)token < (uint)Chunk.Length && Chunk[token] >= 0;

    private void Mark(int start, int length, byte mark)
    {
        for (var i = Field.PartFrom(start); i < Field.Parts.Count && Field.Parts[i].End <= start + length; i++) Defined[i] = mark;
    }

    private static List<TokenSpan> PartSpans(AnalyzedField field)
    {
        var spans = new List<TokenSpan>(field.Sentences.Count);
        var part = 0;
        foreach (var sentence in field.Sentences)
        {
            var first = part;
            while (part < field.Parts.Count && field.Parts[part].Token < sentence.End) part++;
            if (part > first) spans.Add(new TokenSpan(first, part));
        }

        return spans;
    }
}
