using System.Text.RegularExpressions;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests;

/// <summary>
/// Names that papers coin, with the kind that their text tells, read by patterns over the bare text: none of the code that extracts is
/// used, but for finding the names.
/// </summary>
public sealed partial class SharedKindsTests
{
    private const string Heads =
        "(?<kind>dataset|benchmark|corpus|model|llm|vlm|mllm|network|transformer|framework|method|approach|algorithm|pipeline|system|"
        + "agent|metric|task)s?";

    private static readonly (string Words, ConceptKind Kind)[] Kinds =
    [
        ("dataset benchmark corpus", ConceptKind.Dataset),
        ("model llm vlm mllm network transformer", ConceptKind.Model),
        ("framework method approach algorithm pipeline system agent", ConceptKind.Method),
        ("metric", ConceptKind.Metric),
        ("task", ConceptKind.Task),
    ];

    [SkippableFact]
    public void Nine_of_ten_coined_names_have_the_kind_that_the_text_says()
    {
        SharedData.Require("hf-daily");
        var kinds = Shared.Collection.Concepts.ToDictionary(concept => concept.Key, concept => concept.Kind);
        var (told, right) = (0, 0);
        foreach (var paper in Shared.Collection.Papers)
            foreach (var name in Shared.Extractions[(int)paper.PaperId].Mentions.DistinctBy(mention => mention.Key))
            {
                if (name.Surface.Contains(' ') || !Plausibility.LooksCoined(name.Surface)
                    || !paper.Names.TryGetValue(name.Key, out var resolved)
                    || ConceptVocabulary.Default.Find(resolved.ConceptKey) is not null
                    || Told(name.Surface, Shared.Papers[(int)paper.PaperId]) is not { } kind) continue;
                told++;
                if (kinds[resolved.ConceptKey] == kind) right++;
            }

        told.ShouldBeGreaterThan(300);
        ((double)right / told).ShouldBeGreaterThanOrEqualTo(0.9, $"{right} of {told}");
    }

    /// <summary>Null where the text tells none, or more than one.</summary>
    private static ConceptKind? Told(string name, SharedPaper paper)
    {
        var escaped = Regex.Escape(name);
        var text = Spaces().Replace(paper.Abstract ?? "", " ");
        var title = Spaces().Replace(paper.Title, " ");
        var adjectives = @"(?:(?!(?:that|which|for|to|of|on|in|with|by|from|and|is|are)\b)[\w\-/]+ ){0,7}?";
        var end = @"(?= (?:that|which|for|to|of|on|in|with|by|from|designed|where|based|built)\b|[.,;])";
        IEnumerable<Match> found =
        [
            .. (IEnumerable<Match>)Regex.Matches(
                text, $@"(?<![\w\-]){escaped}(?: \([^)]*\))?,? (?:is )?(?:a|an|the first|our) {adjectives}{Heads}{end}",
                RegexOptions.IgnoreCase),
            .. (IEnumerable<Match>)Regex.Matches(
                text, $@"\b{Heads},? (?:called|named|dubbed|termed) {escaped}(?![\w\-])", RegexOptions.IgnoreCase),
            .. (IEnumerable<Match>)Regex.Matches(
                title, $@"^{escaped}: (?:An? )?{adjectives}{Heads}(?= (?:for|of|in|on|with|to)\b|$)", RegexOptions.IgnoreCase),
        ];
        var kinds = found.Select(match => KindOf(match.Groups["kind"].Value.ToLowerInvariant())).ToList();
        if (name.EndsWith("Bench", StringComparison.Ordinal)) kinds.Add(ConceptKind.Dataset);
        return kinds.Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    private static ConceptKind KindOf(string head) => Kinds.First(kind => kind.Words.Split(' ').Contains(head)).Kind;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
