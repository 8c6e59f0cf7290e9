using System.Collections.Frozen;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>A name of the vocabulary in the text.</summary>
internal readonly record struct GazetteerHit(VocabularyEntry Entry, int FirstPart, int EndPart);

/// <summary>
/// Finds the vocabulary's names, longest first. An abbreviation has to stand in capitals ("SAM", never "sam"), a proper name with
/// its capital ("Mamba"); one that only its capital tells from a word ("Whisper") does not count where every word has one. Everyday words
/// ("attention") need their context (<see cref="EverydayNames"/>).
/// </summary>
internal sealed class Gazetteer
{
    private readonly Name[] names;
    private readonly AhoCorasick automaton;

    public Gazetteer(ConceptVocabulary vocabulary, FrozenSet<string> commonWords)
    {
        var known = new List<Name>();
        var patterns = new List<IReadOnlyList<uint>>();
        foreach (var entry in vocabulary.Entries)
        {
            var start = known.Count;
            foreach (var text in (IEnumerable<string>)[entry.Name, .. entry.Aliases])
            {
                var forms = WordPart.Split(Tokenizer.Tokens(text)).ConvertAll(part => part.Form);
                if (forms.Count == 0) continue;
                var joined = string.Join(' ', forms);
                var everyday = EverydayNames.Default.Find(joined);
                var rule = everyday is { NeedsCapitals: true } ? CaseRule.CapitalInsideSentence : Spelling(entry, text, forms, commonWords);
                var name = new Name(entry, rule, text, joined, everyday);
                var same = known.FindIndex(start, other => other.Forms == joined);
                if (same >= 0)
                {
                    if (rule == CaseRule.Any) known[same] = known[same] with { Rule = rule };
                    else if (known[same].Rule == CaseRule.InCapitals) known[same] = known[same] with { Rule = CaseRule.Capitalized };
                    continue;
                }

                known.Add(name);
                patterns.Add(forms.ConvertAll(form => FeatureHash.Compute(form)));
            }
        }

        (names, automaton) = ([.. known], new AhoCorasick(patterns));
    }

    /// <summary>What ends in them is a kind of models, and no proper name.</summary>
    private static readonly string[] GenericHeads = ["Encoder", "Transformer"];

    private enum CaseRule
    {
        Any,

        /// <summary>With capitals beyond the first letter: LoRA and LORA, not lora.</summary>
        InCapitals,

        /// <summary>With a capital at least: a name that is known in two spellings, LLaMA and Llama.</summary>
        Capitalized,
        AsWritten,

        /// <summary>Each word with a capital that has one in the name: the Common Voice dataset, not a common voice.</summary>
        EachCapitalized,

        /// <summary>
        /// As written with hyphens; where these are blanks in the text, each word with the capital that it has in the name
        /// ("Do Not Answer"), not counting a title's: "they do not answer" is no name.
        /// </summary>
        HyphenatedOrCapitalized,

        /// <summary>As written, where the capital is not that of a sentence or a title.</summary>
        CapitalInsideSentence,
    }

    /// <summary>Hits that do not overlap: of two that do, the longer, else the first.</summary>
    public List<GazetteerHit> Find(string text, List<Token> tokens, List<WordPart> parts, bool isTitleCase)
    {
        var hashes = new uint[parts.Count];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = parts[i].Hash;
        var matches = new List<PatternMatch>();
        automaton.Match(hashes, matches);

        var hits = new List<GazetteerHit>(matches.Count);
        foreach (var (pattern, first, end) in matches)
        {
            ref readonly var name = ref names[pattern];
            if (IsWhole(tokens, parts, first, end) && IsSpelt(name.Forms, parts, first, end)
                && Fits(name, text, tokens, parts, first, end, isTitleCase))
                hits.Add(new GazetteerHit(name.Entry, first, end));
        }

        return LongestFirst(hits, parts.Count);
    }

    private static bool IsSpelt(string forms, List<WordPart> parts, int first, int end)
    {
        var at = 0;
        for (var i = first; i < end; i++)
        {
            if (at > forms.Length || !forms.AsSpan(at).StartsWith(parts[i].Form, StringComparison.Ordinal)) return false;
            at += parts[i].Form.Length + 1;
        }

        return at == forms.Length + 1;
    }

    private static List<GazetteerHit> LongestFirst(List<GazetteerHit> hits, int parts)
    {
        hits.Sort((a, b) => a.EndPart - a.FirstPart != b.EndPart - b.FirstPart
            ? (b.EndPart - b.FirstPart).CompareTo(a.EndPart - a.FirstPart)
            : a.FirstPart.CompareTo(b.FirstPart));
        var taken = new bool[parts];
        var kept = new List<GazetteerHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (taken.AsSpan(hit.FirstPart, hit.EndPart - hit.FirstPart).Contains(true)) continue;
            taken.AsSpan(hit.FirstPart, hit.EndPart - hit.FirstPart).Fill(true);
            kept.Add(hit);
        }

        kept.Sort((a, b) => a.FirstPart.CompareTo(b.FirstPart));
        return kept;
    }

    /// <summary>
    /// A name may leave of a hyphenated word what does not make another name of it: small words ("BERT-based"), a model's
    /// size ("Qwen2.5-7B"); not so in "ImageNet-C".
    /// </summary>
    private static bool IsWhole(List<Token> tokens, List<WordPart> parts, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (i > first && parts[i].Token != parts[i - 1].Token && parts[i].Start - parts[i - 1].End > 2) return false;
        if (!parts[first].OpensToken && !IsAffix(tokens, parts, first - 1)) return false;
        return parts[end - 1].ClosesToken || IsAffix(tokens, parts, end);
    }

    private static bool IsAffix(List<Token> tokens, List<WordPart> parts, int part)
    {
        var token = tokens[parts[part].Token];
        var surface = token.Surface.AsSpan(parts[part].Start - token.Start, parts[part].Length);
        if (char.IsAsciiDigit(surface[0]) && surface[^1] is 'B' or 'b' or 'M' || surface is "Instruct" or "Chat" or "Base") return true;
        foreach (var c in surface)
            if (!char.IsAsciiLetterLower(c)) return false;
        return surface.Length > 1;
    }

    private static bool Fits(
        in Name name, string text, List<Token> tokens, List<WordPart> parts, int first, int end, bool isTitleCase)
    {
        if (name.Everyday is { NeedsCapitals: false } everyday && !everyday.MeansName(tokens, parts, first, end)) return false;
        if (name.Rule == CaseRule.Any) return true;
        if (name.Rule == CaseRule.EachCapitalized) return HasCapitals(name.Text, text, parts, first, end);
        if (name.Rule == CaseRule.HyphenatedOrCapitalized)
            return parts[first].Token == parts[end - 1].Token
                || !isTitleCase && HasCapitals(name.Text.Replace('-', ' '), text, parts, first, end);
        var surface = text.AsSpan(parts[first].Start, parts[end - 1].End - parts[first].Start);
        if (name.Rule == CaseRule.InCapitals) return HasInnerCapital(surface);
        if (name.Rule == CaseRule.Capitalized) return char.IsUpper(surface[0]);
        var written = IsWritten(surface, name.Text)
            && (surface.Length == name.Text.Length || surface.Length == name.Text.Length + 1 && surface[^1] == 's');
        if (!written || name.Rule == CaseRule.AsWritten) return written;
        return !isTitleCase && parts[first].Token > 0 && !EndsSentence(tokens[parts[first].Token - 1]);
    }

    /// <summary>A blank of the name may be a hyphen in the text: Command-R.</summary>
    private static bool IsWritten(ReadOnlySpan<char> surface, string name)
    {
        if (surface.Length < name.Length) return false;
        for (var i = 0; i < name.Length; i++)
            if (surface[i] != name[i] && !(name[i] == ' ' && surface[i] == '-')) return false;
        return true;
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> surface)
    {
        foreach (var c in surface[1..])
            if (char.IsUpper(c)) return true;
        return false;
    }

    private static bool HasCapitals(string name, string text, List<WordPart> parts, int first, int end)
    {
        var at = 0;
        for (var i = first; i < end && at < name.Length; i++)
        {
            if (!parts[i].OpensToken) continue;
            if (char.IsUpper(name[at]) && char.IsLower(text[parts[i].Start])) return false;
            at = name.IndexOf(' ', at) + 1;
            if (at == 0) break;
        }

        return true;
    }

    private static bool EndsSentence(Token token) =>
        token.Kind == TokenKind.Punctuation && token.Surface[0] is '.' or '?' or '!' or ':' or '"';

    private static CaseRule Spelling(VocabularyEntry entry, string name, List<string> forms, FrozenSet<string> commonWords)
    {
        if (forms.Count > 1)
        {
            if (name.Contains(' ')) return entry.Kind == ConceptKind.Dataset ? CaseRule.EachCapitalized : CaseRule.Any;
            return entry.IsProperName && name.Contains('-') && name.Any(char.IsUpper) && !GenericHeads.Any(name.EndsWith)
                ? CaseRule.HyphenatedOrCapitalized
                : CaseRule.Any;
        }

        var capitals = name.Count(char.IsUpper);
        if (capitals == 0 || name.Any(char.IsDigit)) return name.Length <= 2 ? CaseRule.AsWritten : CaseRule.Any;
        if (capitals > 1) return name.Length <= 3 ? CaseRule.AsWritten : CaseRule.InCapitals;
        if (!char.IsUpper(name[0]) || !entry.IsProperName) return CaseRule.Any;
        return commonWords.Contains(forms[0]) || CorpusStatistics.Idf(forms[0]) < CorpusStatistics.MaxIdf
            ? CaseRule.CapitalInsideSentence
            : CaseRule.AsWritten;
    }

    /// <param name="Forms">The forms of its words, with blanks between.</param>
    /// <param name="Everyday">What has to stand beside it, where it is an everyday word.</param>
    private readonly record struct Name(VocabularyEntry Entry, CaseRule Rule, string Text, string Forms, EverydayContext? Everyday);
}
