using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Gathers the places of a paper that may name a concept, by key.</summary>
/// <param name="keys">Computes the keys of the paper's names, each once.</param>
internal sealed class CandidateCollector(ConceptKey.Memory keys)
{
    /// <summary>What "the FrobQA benchmark" weighs beside what <see cref="StatedKind"/> reads.</summary>
    private const int HeadBehind = 2;

    private readonly Dictionary<string, Candidate> candidates = [];
    private readonly HashSet<CandidateSpan> places = [];
    private readonly Zone[][] zones = new Zone[2][];
    private readonly List<TokenSpan> spans = [];

    public IReadOnlyCollection<Candidate> Candidates => candidates.Values;

    public void AddDefinitions(AnalyzedField field, PartOfSpeech[] tags)
    {
        foreach (var abbreviation in field.Abbreviations)
        {
            Add(field, tags, Place.At(field, abbreviation.LongStart, abbreviation.Long.Length), ConceptNameOrigin.Abbreviation,
                ConceptKind.Other, isWhole: true);
            Add(field, tags, Place.At(field, abbreviation.ShortStart, abbreviation.Short.Length), ConceptNameOrigin.Abbreviation,
                ConceptKind.Other, isWhole: true);
        }
    }

    /// <summary>Wherever a name stands that the paper introduces, whatever part of speech it is taken for: "Proofread", "Trace".</summary>
    public void AddCoined(AnalyzedField field, PartOfSpeech[] tags, IReadOnlySet<string> names)
    {
        for (var i = 0; i < field.Tokens.Count; i++)
        {
            var token = field.Tokens[i];
            if (names.Contains(token.Surface) && !EverydayNames.Default.HasKey(keys.Create(token.Surface)))
                Add(field, tags, new Place(token.Start, token.Length, i, i), ConceptNameOrigin.Name, ConceptKind.Other, isWhole: true);
        }
    }

    public void AddKnown(AnalyzedField field, PartOfSpeech[] tags, IEnumerable<GazetteerHit> hits)
    {
        foreach (var hit in hits)
        {
            var (first, last) = (field.Parts[hit.FirstPart], field.Parts[hit.EndPart - 1]);
            Add(field, tags, new Place(first.Start, last.End - first.Start, first.Token, last.Token), ConceptNameOrigin.Vocabulary,
                hit.Entry.Kind, isWhole: true);
        }
    }

    public void AddPhrases(AnalyzedField field, PartOfSpeech[] tags, IReadOnlyList<TokenSpan> chunks)
    {
        foreach (var chunk in chunks)
        {
            spans.Clear();
            NounPhrases.AddSpans(spans, chunk, field, tags);
            foreach (var span in spans)
            {
                var (start, end) = (field.Tokens[span.First].Start, field.Tokens[span.End - 1].End);
                Add(field, tags, new Place(start, end - start, span.First, span.End - 1), ConceptNameOrigin.Text, ConceptKind.Other,
                    span == chunk);
            }
        }
    }

    /// <summary>Where the tagger sees a name that is a phrase, the phrase gains its kind and confidence.</summary>
    public void AddTagged(AnalyzedField field, IEnumerable<TypedSpan> spans)
    {
        foreach (var span in spans)
        {
            var start = field.Parts[span.FirstPart].Start;
            var end = field.Parts[span.EndPart - 1].End;
            if (!candidates.TryGetValue(keys.Create(field.Text.AsSpan(start, end - start)), out var candidate)) continue;
            candidate.TaggerConfidence = MathF.Max(candidate.TaggerConfidence, span.Confidence);
            if (candidate.Origin != ConceptNameOrigin.Vocabulary) candidate.TaggedKinds.Add(span.Kind, span.Confidence);
        }
    }

    private void Add(AnalyzedField field, PartOfSpeech[] tags, Place found, ConceptNameOrigin origin, ConceptKind kind, bool isWhole)
    {
        var (start, length, first, last) = found;
        var surface = field.Text.AsSpan(start, length);
        var key = keys.Create(surface);
        if (key.Length < 2 || origin == ConceptNameOrigin.Text
            && (EverydayNames.Default.HasKey(key) || IsPlainWordOfAcronym(field, surface, key, first, last))) return;
        if (!candidates.TryGetValue(key, out var candidate))
        {
            var words = field.PiecesBetween(start, start + length);
            candidates[key] = candidate = new Candidate(key)
            {
                Words = words,
                FirstTag = tags[first],
                TagBefore = first > 0 ? tags[first - 1] : PartOfSpeech.Other,
                IsPlural = surface[^1] == 's' && words[^1].Form[^1] != 's',
                HasSeveralTokens = surface.ContainsAny(' ', '\n'),
                IsCapitalized = field.Field != TextField.Title && IsCapitalized(surface)
                    && (words.Length > 1 || first > 0 && field.Tokens[first - 1].IsWord),
                IsCoined = Abbreviations.Plausibility.LooksCoined(surface) && !surface.Contains(' '),
            };
        }

        Raise(candidate, origin, kind);
        var place = new CandidateSpan(field.Field, start, length);
        if (!places.Add(place)) return;
        candidate.Spans.Add(place);
        if (isWhole) candidate.WholePhrases++;
        if (field.Field == TextField.Title) candidate.InTitle = true;
        var zone = (zones[(int)field.Field] ??= ArgumentativeZoning.Find(field))[first];
        if (zone > candidate.Zone) candidate.Zone = zone;
        if (IsExplained(field, last)) candidate.Explained++;
        if (IsSetOff(field, surface, first, last)) candidate.IsSetOff = true;
        if (StatedKind.Find(field, tags, first, last) is { } stated) candidate.StatedKinds.Add(stated.Kind, stated.Weight);
        if (KindByHead.Find(field, first, last) is not { } headKind) return;
        candidate.TaggedKinds.Add(headKind);
        if (first == last || last == first + 1 && field.Tokens[first].Word.Traits.Shape.HasFlag(WordShape.Coined))
            candidate.StatedKinds.Add(headKind, HeadBehind);
    }

    /// <summary>
    /// An oasis is no OASIS: a name that the vocabulary writes in capitals alone needs one that neither a title nor a sentence gives.
    /// </summary>
    private static bool IsPlainWordOfAcronym(AnalyzedField field, ReadOnlySpan<char> surface, string key, int first, int last)
    {
        if (first != last || Abbreviations.Plausibility.LooksCoined(surface)) return false;
        var hasOwnCapital = char.IsUpper(surface[0]) && !field.IsTitleCase && first > 0 && field.Tokens[first - 1].IsWord;
        return !hasOwnCapital && ConceptVocabulary.Default.Find(key) is { } entry && entry.Key == key && !entry.Name.Any(char.IsLower)
            && entry.Name.Length > 2 && entry.Name.All(char.IsLetter);
    }

    /// <summary>
    /// A long form and its short form are one thing: where the text says of the one only what it is, that holds for the other.
    /// </summary>
    public void ShareStatedKinds(AnalyzedField field)
    {
        foreach (var abbreviation in field.Abbreviations)
        {
            if (!candidates.TryGetValue(keys.Create(abbreviation.Short), out var one)
                || !candidates.TryGetValue(keys.Create(abbreviation.Long), out var other)) continue;
            one.StatedKinds.Share(other.StatedKinds);
        }
    }

    /// <summary>"a widget rig that folds", "a widget rig, which folds".</summary>
    private static bool IsExplained(AnalyzedField field, int last) =>
        last + 1 < field.Tokens.Count && field.Tokens[last + 1].Lower is "that" or "which" or "to" or ",";

    private static bool IsSetOff(AnalyzedField field, ReadOnlySpan<char> surface, int first, int last)
    {
        if (!surface.ContainsAny(' ', '\n') && IsCoinedName(surface)) return true;
        if (field.Field == TextField.Title)
            return first == 0 && last + 1 < field.Tokens.Count && field.Tokens[last + 1].Surface == ":" && IsCapitalized(surface);
        return !field.IsTitleCase && IsCapitalized(surface) && (last > first || first > 0 && field.Tokens[first - 1].IsWord);
    }

    /// <summary>"ZeTT", "pOps", "Frob-2"; not "4-bit", "RGB-only" and "GPT-family", where words follow the hyphen.</summary>
    private static bool IsCoinedName(ReadOnlySpan<char> surface)
    {
        const int MaxPlainPartLength = 4;
        if (!Abbreviations.Plausibility.LooksCoined(surface) || !surface.ContainsAnyInRange('A', 'Z')) return false;
        foreach (var range in surface.Split('-'))
        {
            var part = surface[range];
            if (part.Length > MaxPlainPartLength && !part.ContainsAnyExceptInRange('a', 'z')) return false;
        }

        return true;
    }

    /// <summary>Each word begins with a capital: "Noise Consistency Training".</summary>
    private static bool IsCapitalized(ReadOnlySpan<char> surface)
    {
        for (var i = 0; i < surface.Length; i++)
            if (char.IsLetter(surface[i]) && !char.IsUpper(surface[i]) && (i == 0 || !char.IsLetterOrDigit(surface[i - 1]))) return false;
        return true;
    }

    private static void Raise(Candidate candidate, ConceptNameOrigin origin, ConceptKind kind)
    {
        candidate.Origin = OriginCertainty.Surer(candidate.Origin, origin);
        if (kind != ConceptKind.Other) candidate.KnownKind = kind;
    }

    /// <param name="Start">The offset in the text.</param>
    /// <param name="FirstToken">The index of the token in which it begins.</param>
    /// <param name="LastToken">The index of the token in which it ends.</param>
    private readonly record struct Place(int Start, int Length, int FirstToken, int LastToken)
    {
        public static Place At(AnalyzedField field, int start, int length) =>
            new(start, length, field.TokenAt(start), field.TokenAt(start + length - 1));
    }
}
