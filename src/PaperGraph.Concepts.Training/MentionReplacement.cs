using System.Text;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Documents once more with other models and datasets in the place of theirs (mention replacement: Dai and Adel, COLING 2020). SciREX ends
/// in 2019; so the names of later years are seen in sentences that annotators have read.
/// </summary>
internal sealed class MentionReplacement
{
    /// <summary>Title and what follows: most like an abstract.</summary>
    private const int Sections = 2;

    /// <summary>How the variants of a model are told apart.</summary>
    private static readonly string[] Variants =
        ["-7B", "-1.5B", "-13B-Chat", "-VL-7B", "-72B-Instruct", "-8x7B", "-Large", "-mini", "-Base", "2", "-3B", "-R1"];

    private readonly Dictionary<ConceptKind, string[]> names = [];

    /// <param name="entries">The entries of the vocabulary whose names may be put in.</param>
    public MentionReplacement(IEnumerable<VocabularyEntry> entries)
    {
        var fit = entries.Where(entry => entry.Kind != ConceptKind.Method && IsReplaced(entry.Kind, entry.Name));
        foreach (var kind in fit.GroupBy(entry => entry.Kind, entry => entry.Name)) names[kind.Key] = [.. kind];
    }

    /// <summary>A coined name of one word, of a dataset or a model; models are methods in SciREX.</summary>
    public static bool IsReplaced(ConceptKind kind, string name) =>
        !name.Contains(' ') && Plausibility.LooksCoined(name)
        && (kind is ConceptKind.Model or ConceptKind.Dataset || kind == ConceptKind.Method && ModelNames.IsModel(name) == true);

    /// <summary>The document with its coined names of these kinds replaced, each by one and the same throughout.</summary>
    public AnnotatedDocument Replace(AnnotatedDocument document) => new([.. document.Sections.Take(Sections).Select(Replaced)]);

    private AnnotatedText Replaced(AnnotatedText section)
    {
        var text = new StringBuilder();
        var spans = new List<AnnotatedSpan>();
        var from = 0;
        foreach (var span in section.Spans.OrderBy(span => span.Start))
        {
            if (span.Start < from) continue;
            text.Append(section.Text, from, span.Start - from);
            var name = section.Text[span.Start..span.End];
            spans.Add(span with { Start = text.Length, End = text.Append(Other(name, span.Kind)).Length });
            from = span.End;
        }

        return new AnnotatedText(text.Append(section.Text, from, section.Text.Length - from).ToString(), spans);
    }

    private string Other(string name, ConceptKind kind)
    {
        if (!IsReplaced(kind, name) || !names.TryGetValue(kind == ConceptKind.Method ? ConceptKind.Model : kind, out var others))
            return name;
        var chance = FeatureHash.Compute(name);
        var other = others[(chance >> 4) % (uint)others.Length];
        var isVariant = kind != ConceptKind.Dataset && (chance & 1) == 0 && !char.IsAsciiDigit(other[^1]);
        return isVariant ? other + Variants[(chance >> 20) % (uint)Variants.Length] : other;
    }
}
