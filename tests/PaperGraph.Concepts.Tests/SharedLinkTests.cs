using System.Globalization;
using System.Text;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Tests;

public sealed class SharedLinkTests
{
    /// <summary>Twenty papers of the pages, by words of their titles.</summary>
    private static readonly string[] Chosen =
    [
        "ByteCheckpoint", "LLM.int8()", "Deep Networks Always Grok", "Neural Network Verification with Branch-and-Bound", "JaColBERTv2.5",
        "BrainOmni", "Sparse Iso-FLOP", "Pruning Transformers with One Recipe", "Mamba base PKD", "AdaMoE", "AF-KAN", "FBNetV5", "NUPES",
        "Low-probability Tokens", "Helping or Herding", "OneRec", "BigNAS", "Brief Review of Hypernetworks", "Read-ME", "Searching for MobileNetV3",
    ];

    [SharedFact("pages")]
    public void The_papers_related_to_twenty_are_what_a_reader_would_expect()
    {
        var links = Links();
        var report = new StringBuilder();
        foreach (var words in Chosen)
        {
            var id = Enumerable.Range(0, Shared.Papers.Count).First(i => Shared.Papers[i].IsPage && Shared.Papers[i].Title.Contains(words, StringComparison.Ordinal));
            report.AppendLine(Shared.Papers[id].Title);
            foreach (var related in links[id].Related.Take(5))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"  {related.Score:f2}  {OneLine(Shared.Papers[(int)related.PaperId].Title)}");
                report.AppendLine("        " + string.Join(", ", related.Reasons.Take(5).Select(Describe)));
            }
        }

        Snapshot.Match(report.ToString(), "related-papers.txt");
    }

    private static List<PaperLinks> Links()
    {
        var concepts = Shared.Collection.Concepts;
        var numbers = concepts.Select((concept, i) => (concept.Key, i)).ToDictionary(entry => entry.Key, entry => entry.i);
        var linker = new PaperLinker();
        foreach (var paper in Shared.Collection.Papers)
            linker.Add(new LinkablePaper(
                paper.PaperId,
                Shared.Papers[(int)paper.PaperId].Title,
                [.. paper.Concepts.Select(concept => new LinkableConcept(
                    new LinkTarget(numbers[concept.ConceptKey], concept.ConceptKey), concepts[numbers[concept.ConceptKey]].Kind, concept.Weight))],
                PaperWords.Of(Shared.Papers[(int)paper.PaperId].Text), [], [])
            {
                KeyphraseWeights = [.. paper.Keyphrases.Select(phrase => phrase.Weight)],
            });
        return [.. linker.Link(Environment.ProcessorCount)];
    }

    private static string Describe(LinkReason reason) => reason.Kind == LinkReasonKind.Words
        ? string.Create(CultureInfo.InvariantCulture, $"words {string.Join(' ', reason.Words)} {reason.Weight:f2}")
        : string.Create(CultureInfo.InvariantCulture, $"{Shared.Collection.Concepts[(int)reason.TargetId!].Name} {reason.Weight:f2}");

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
