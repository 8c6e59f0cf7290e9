using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts;

/// <summary>
/// Finds what a paper's text names. Pure and deterministic: the same text and version give the same result. Can be used by
/// many threads at once.
/// </summary>
public sealed class ConceptExtractor
{
    private readonly Gazetteer gazetteer = new(ConceptVocabulary.Default, CommonWords.Function);

    /// <summary>What evidence calls the extractor.</summary>
    public static string Name => "papergraph-concepts";

    /// <summary>Changes whenever the same text may give another result.</summary>
    public static string Version => "1";

    public ExtractedPaper Extract(PaperText paper)
    {
        var fields = new List<AnalyzedField> { AnalyzedField.Of(PaperField.Title, paper.Title) };
        if (paper.Abstract is { } text) fields.Add(AnalyzedField.Of(PaperField.Abstract, text));

        var spans = new List<NamedSpan>();
        foreach (var field in fields)
        {
            spans.AddRange(Definitions(field));
            spans.AddRange(Names(field));
        }

        return new ExtractedPaper(MentionSelection.Select(fields, spans), Abbreviations(fields));
    }

    private static List<AbbreviationPair> Abbreviations(List<AnalyzedField> fields)
    {
        var pairs = new Dictionary<string, AbbreviationPair>();
        foreach (var abbreviation in fields.SelectMany(field => field.Abbreviations))
        {
            var pair = new AbbreviationPair(
                abbreviation.Short, abbreviation.Long, ConceptKey.Of(abbreviation.Short), ConceptKey.Of(abbreviation.Long));
            pairs.TryAdd(pair.ShortKey, pair);
        }

        return [.. pairs.Values.OrderBy(pair => pair.ShortKey, StringComparer.Ordinal)];
    }

    private static IEnumerable<NamedSpan> Definitions(AnalyzedField field)
    {
        foreach (var abbreviation in field.Abbreviations)
        {
            yield return new NamedSpan(field.Field, abbreviation.ShortStart, abbreviation.Short.Length, ConceptKind.Other, NameOrigin.Abbreviation, 0.6f);
            yield return new NamedSpan(field.Field, abbreviation.LongStart, abbreviation.Long.Length, ConceptKind.Other, NameOrigin.Abbreviation, 0.6f);
        }
    }

    private IEnumerable<NamedSpan> Names(AnalyzedField field)
    {
        foreach (var hit in gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase))
        {
            var start = field.Parts[hit.FirstPart].Start;
            yield return new NamedSpan(
                field.Field, start, field.Parts[hit.EndPart - 1].End - start, hit.Entry.Kind, NameOrigin.Vocabulary, 0.6f);
        }
    }
}
