using System.Globalization;
using System.Text;
using PaperGraph.Concepts.Linking;
using PaperGraph.Concepts.Tests;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class SharedLinkTests
{
    /// <summary>Twenty papers of the pages, by words of their titles.</summary>
    private static readonly string[] Chosen =
    [
        "ByteCheckpoint", "LLM.int8()", "Deep Networks Always Grok", "Neural Network Verification with Branch-and-Bound", "JaColBERTv2.5",
        "BrainOmni", "Sparse Iso-FLOP", "Pruning Transformers with One Recipe", "Mamba base PKD", "AdaMoE", "AF-KAN", "FBNetV5", "NUPES",
        "Low-probability Tokens", "Helping or Herding", "OneRec", "BigNAS", "Brief Review of Hypernetworks", "Read-ME",
        "Searching for MobileNetV3",
    ];

    [SkippableFact]
    public void The_papers_related_to_twenty_are_what_a_reader_would_expect()
    {
        SharedData.Require("pages");
        var links = Links();
        var report = new StringBuilder();
        foreach (var words in Chosen)
        {
            var id = Enumerable.Range(0, Shared.Papers.Count)
                .First(i => Shared.Papers[i].IsPage && Shared.Papers[i].Title.Contains(words, StringComparison.Ordinal));
            report.AppendLine(Shared.Papers[id].Title);
            foreach (var related in links[id].Related.Take(5))
            {
                report.AppendLine(
                    CultureInfo.InvariantCulture, $"  {related.Score:f2}  {OneLine(Shared.Papers[(int)related.PaperId].Title)}");
                report.AppendLine("        " + string.Join(", ", related.Reasons.Take(5).Select(Describe)));
            }
        }

        Snapshot.Match(report.ToString(), "related-papers");
    }

    [SkippableFact]
    public void What_links_papers_first_is_a_concept_and_words_alone_seldom_do()
    {
        SharedData.Require("pages");
        var related = Links().SelectMany(links => links.Related).ToList();
        related.Count.ShouldBeGreaterThan(5_000);
        Share(related, link => link.Reasons[0].Kind != ReasonKind.Words).ShouldBeGreaterThan(0.85);
        Share(related, link => link.Reasons.All(reason => reason.Kind == ReasonKind.Words)).ShouldBeLessThan(0.03);
    }

    [SkippableFact]
    public void No_link_is_by_general_concepts_and_one_rare_word_alone()
    {
        SharedData.Require("pages");
        Links().SelectMany(links => links.Related).ShouldAllBe(link => link.Reasons.Any(Tells));
    }

    private static bool Tells(LinkReason reason) => reason.Kind switch
    {
        ReasonKind.Words => reason.Words.Count > 1,
        ReasonKind.Organization or ReasonKind.Repository => false,
        _ => !GeneralConcepts.Contains(Shared.Collection.Concepts[(int)reason.TargetId!].Key),
    };

    private static double Share(List<RelatedPaper> links, Func<RelatedPaper, bool> has) => (double)links.Count(has) / links.Count;

    private static List<PaperLinks> Links()
    {
        var linker = new PaperLinker();
        foreach (var paper in TextCollection.Linkable(
            [.. Shared.Papers.Select(paper => paper.Text)], Shared.Extractions, Shared.Collection))
            linker.Add(paper);
        return [.. linker.Link(Environment.ProcessorCount)];
    }

    private static string Describe(LinkReason reason) => reason.Kind == ReasonKind.Words
        ? string.Create(CultureInfo.InvariantCulture, $"words {string.Join(' ', reason.Words)} {reason.Weight:f2}")
        : string.Create(CultureInfo.InvariantCulture, $"{Shared.Collection.Concepts[(int)reason.TargetId!].Name} {reason.Weight:f2}");

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
