using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

/// <summary>What one paper alone has is a keyphrase of it, unless it is a name.</summary>
public sealed class KeyphraseTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Fact]
    public void A_phrase_of_one_paper_is_a_keyphrase_and_its_mentions_mean_no_concept()
    {
        var collection = Build("We study widget folding. Widget folding is slow.");

        collection.Concepts.ShouldBeEmpty();
        var paper = collection.Papers.Single();
        paper.Names.ShouldBeEmpty();
        var phrase = paper.Keyphrases.Single();
        (phrase.Key, phrase.Phrase).ShouldBe(("widgetfolding", "widget folding"));
        phrase.MentionKeys.ShouldBe(["widgetfolding"]);
        phrase.Weight.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_phrase_of_two_papers_is_a_concept_of_both()
    {
        var collection = Build("We study widget folding.", "They need widget foldings.");

        collection.Concepts.Single().Slug.ShouldBe("widget-folding");
        collection.Papers.ShouldAllBe(paper => paper.Keyphrases.Count == 0 && paper.Concepts.Single().ConceptKey == "widgetfolding");
    }

    [Theory]
    [InlineData("We use FrobTuner here.", "FrobTuner")]
    [InlineData("We describe here what is known to most as Zonal Widget Folding.", "Zonal Widget Folding")]
    [InlineData("We use zonal widget folding (ZWF).", "zonal widget folding")]
    [InlineData("We measure passage retrieval.", "Passage Retrieval")]
    public void A_name_is_a_concept_at_once(string text, string name) =>
        Build(text).Concepts.Select(concept => concept.Name).ShouldContain(name);

    [Theory]
    [InlineData("We use an RGB-only widget folding.")]
    [InlineData("Widget folding needs clocks.")]
    public void Capitals_of_sentences_and_parts_are_no_name(string text)
    {
        Build(text).Concepts.ShouldBeEmpty();
        Build(text).Papers[0].Keyphrases.ShouldNotBeEmpty();
    }

    [Fact]
    public void Which_phrases_are_concepts_follows_from_the_set_of_papers() => Prop.ForAll(
        Gen.Elements(
            "We study widget folding.", "Widget folding and quiet clocks.", "Quiet clocks (QC) of rivers.", "The river gardener sees QC.",
            "Zonal Widget Folding is here: FrobTuner.", "FrobTuners and the river gardener.", "Nothing else.").ListOf().ToArbitrary(),
        texts =>
        {
            var papers = texts.Select((text, i) => Names(i, text)).ToList();
            var given = ConceptCollection.Build(papers);
            var reversed = ConceptCollection.Build([.. papers.AsEnumerable().Reverse()]);
            Told(reversed).ShouldBe(Told(given));

            // Every name of a paper is of one of its concepts, or of one of its keyphrases, or nobody knows what it means.
            foreach (var (paper, resolved) in papers.Zip(given.Papers))
            {
                var phrases = resolved.Keyphrases.SelectMany(phrase => phrase.MentionKeys).ToList();
                phrases.Intersect(resolved.Names.Keys).ShouldBeEmpty();
                phrases.ShouldBeSubsetOf(paper.Names.Select(name => name.Key));
                resolved.Keyphrases.Select(phrase => phrase.Key)
                    .ShouldNotContain(key => given.Papers.Any(other => other != resolved && other.Keyphrases.Any(x => x.Key == key)));
            }
        }).QuickCheckThrowOnFailure();

    private static string Told(ConceptCollection collection) =>
        $"{string.Join(';', collection.Concepts.Select(concept => $"{concept.Key} {concept.Slug} {concept.PaperCount}"))} | "
        + string.Join(';', collection.Papers.Select(paper =>
            $"{paper.PaperId} {string.Join(',', paper.Keyphrases.Select(x => x.Key + x.Phrase + x.Weight))} "
            + $"{string.Join(',', paper.Concepts)}"));

    private static ConceptCollection Build(params string[] texts) =>
        ConceptCollection.Build([.. texts.Select((text, i) => Names(i, text))]);

    private static PaperNames Names(int id, string text) => PaperNames.From(id, Extractor.Extract(new PaperText("", text)));
}
