using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Linking;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests;

/// <summary>Stored results are made again when the version that made them changes, and only then.</summary>
public sealed class VersionsTests
{
    private const string RecordedExtractor = "14.6783ba38 a3f2b524cf3b299c";
    private const string RecordedCollection = "9.a2b7814c f7c2f2c49e2808fb";
    private const string RecordedLinker = "8.69cb40be 3e1b3245381c44e8";

    [Fact]
    public void The_extractor_s_version_says_when_the_same_text_gives_something_else()
    {
        var extractor = new ConceptExtractor();
        var page = File.ReadAllText(RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt"))
            .ReplaceLineEndings("\n");
        var blocks = page.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Check(
            nameof(ConceptExtractor), ConceptExtractor.Version, RecordedExtractor, nameof(RecordedExtractor),
            blocks.Select(block => Describe(extractor.Extract(new PaperText("", block)))));
    }

    [Fact]
    public void The_collection_s_version_says_when_the_same_names_give_something_else()
    {
        var collection = ConceptCollection.Build(
        [
            Paper(1, ["zonal gradient shaping", "ZGS", "image classification", "LLMs"], ("ZGS", "zonal gradient shaping")),
            Paper(2, ["Zonal gradient shapings", "large language model", "CIFAR-10", "quiet thermal fans"], ("QTF", "quiet thermal fans")),
            Paper(3, ["ZGS", "QTF", "LLM", "multimodal LLM", "graph neural networks"]),
            Paper(4, ["quick tensor folding", "QTF", "GNN", "speech recognition"], ("QTF", "quick tensor folding")),
        ]);
        Check(
            nameof(ConceptCollection), ConceptCollection.Version, RecordedCollection, nameof(RecordedCollection),
            collection.Concepts.Select(Describe).Concat(collection.Papers.Select(Describe)));
    }

    [Fact]
    public void The_linker_s_version_says_when_the_same_papers_give_something_else()
    {
        var linker = new PaperLinker();
        string[] titles =
            ["Sparse experts route tokens", "Routing tokens to experts", "Tokens of speech",
                "Sparse speech recognition for speech experts"];
        foreach (var (i, title) in titles.Index())
            linker.Add(new LinkablePaper(
                i,
                title,
                [
                    new LinkableConcept(new LinkableEntity(i % 2, $"concept {i % 2}"), ConceptKind.Method, 0.9f, ["expert", "token"]),
                    new LinkableConcept(new LinkableEntity(7, "seven"), ConceptKind.Task, 0.3f, []),
                ],
                PaperWords.From(new PaperText(title, null)),
                [new LinkableEntity(i / 2, $"organization {i / 2}")],
                []));
        Check(nameof(PaperLinker), PaperLinker.Version, RecordedLinker, nameof(RecordedLinker), linker.Link().Select(Describe));
    }

    /// <param name="recorded">A version and the digest of what it makes of what the test gives it.</param>
    private static void Check(string type, string version, string recorded, string field, IEnumerable<string> made)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', made))))[..16];
        if (recorded == $"{version} {digest}") return;

        Assert.Fail(recorded.StartsWith($"{version} ", StringComparison.Ordinal)
            ? $"{type} makes something else of the same than it did, under the same version: raise {type}.Rules, "
                + $"so that what is stored is made again. (Made: {digest}.)"
            : $"{type} has a new version. Once its results are those you mean, record it: {field} = \"{version} {digest}\".");
    }

    private static PaperNames Paper(long id, string[] names, params (string Short, string Long)[] abbreviations) => new(
        id,
        [.. names.Select((name, i) => new CountedName(
            ConceptKey.Create(name), (ConceptKind)(i % 3), 1f / (i + 1),
            [new SurfaceCount(name, i + 1, TextField.Abstract, ConceptNameOrigin.Text)]))],
        [.. abbreviations.Select(
            pair => new AbbreviationPair(pair.Short, pair.Long, ConceptKey.Create(pair.Short), ConceptKey.Create(pair.Long)))]);

    private static string Describe(ExtractedPaper paper) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(';', paper.Mentions.Select(m => $"{m.Field} {m.Start} {m.Length} {m.Key} {m.Kind} {m.Score:f3} {m.Origin}"))} "
        + $"{string.Join(';', paper.Abbreviations)}");

    private static string Describe(PaperLinks links) => string.Join(';', links.Related.Select(related => string.Create(
        CultureInfo.InvariantCulture,
        $"{links.PaperId} {related.PaperId} {related.Score:f4} "
        + $"{string.Join(',', related.Reasons.Select(r => $"{r.Kind} {r.TargetId} {string.Join(' ', r.Words)} {r.Weight:f4}"))}")));

    private static string Describe(Concept concept) => string.Create(
        CultureInfo.InvariantCulture,
        $"{concept.Key} {concept.Slug} {concept.Name} {concept.Kind} {concept.PaperCount} {concept.Specificity:f3} "
        + $"{string.Join(';', concept.Names)} {string.Join(';', concept.Topics)}");

    private static string Describe(ResolvedPaper paper) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(';', paper.Names.Select(n => $"{n.Key} {n.Value.ConceptKey} {n.Value.ResolvedBy} {n.Value.Confidence:f3}"))} "
        + $"{string.Join(';', paper.Concepts.Select(c => $"{c.ConceptKey} {c.Weight:f3}"))} "
        + $"{string.Join(';', paper.Topics.Select(t => $"{t.Topic} {t.Score:f3}"))}"
        + $"{string.Join(';', paper.Keyphrases.Select(k => $"{k.Key} {k.Phrase} {k.Weight:f3} {string.Join(',', k.MentionKeys)}"))}");
}
