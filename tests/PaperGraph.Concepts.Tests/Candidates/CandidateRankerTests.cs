using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class CandidateRankerTests
{
    [Fact]
    public void A_score_is_the_sum_of_its_terms()
    {
        var (candidates, words) = Candidates("Widget cascades", "A widget cascade calibrator (WCC) feeds BERT. Our widget cascade calibrator is small.");
        foreach (var candidate in candidates)
        {
            CandidateRanker.Default.Rank([candidate], words);
            var sum = CandidateRanker.Default.Terms(candidate, words).Sum(term => term.Weight);
            candidate.Score.ShouldBe(1 / (1 + MathF.Exp(-sum)), 1e-4f);
        }
    }

    [Theory]
    [InlineData("widgetcascadecalibrator", "defined")]
    [InlineData("bert", "known")]
    [InlineData("quietthermalfan", "background")]
    [InlineData("zonalgradientshaping", "own")]
    [InlineData("frobnicatorlattice", "proposed")]
    [InlineData("tensorfoldingengine", "means")]
    [InlineData("stalewidgetrig", "elsewhere")]
    [InlineData("noisycalipertraining", "capitalized")]
    public void What_speaks_for_a_candidate_is_said(string key, string term)
    {
        var (candidates, words) = Candidates(
            "",
            "Many rooms hold a quiet thermal fan. A widget cascade calibrator (WCC) feeds BERT. We study zonal gradient shaping, and "
            + "introduce a frobnicator lattice that, via a tensor folding engine, beats it. Noisy Caliper Training is not needed. The stale widget rig remains.");
        CandidateFeatures.Of(candidates.Single(candidate => candidate.Key == key), words).Select(feature => feature.Name).ShouldContain(term);
    }

    [Fact]
    public void Words_that_the_paper_uses_apart_say_less_together()
    {
        var (candidates, words) = Candidates("", "The quiet widget cascade hums. A widget cascade is a widget. The thermal caliper turns.");
        Value(candidates, words, "thermalcaliper").ShouldBe(0);
        Value(candidates, words, "widgetcascade").ShouldBe((MathF.Log(3f / 2) + MathF.Log(2f / 2)) / 2, 1e-5f);
    }

    [Theory]
    [InlineData("bias")]
    [InlineData("words apart")]
    [InlineData("title")]
    [InlineData("two words")]
    public void Features_have_weights_under_their_names(string feature) =>
        TsvResource.Rows(CandidateRanker.FileName).Select(row => row[0]).ShouldContain(feature);

    private static float Value(IReadOnlyCollection<Candidate> candidates, PaperWordCounts words, string key) =>
        CandidateFeatures.Of(candidates.Single(candidate => candidate.Key == key), words).Single(feature => feature.Name == "words apart").Value;

    private static (IReadOnlyCollection<Candidate> Candidates, PaperWordCounts Words) Candidates(string title, string text)
    {
        var (fields, candidates) = new ConceptExtractor().Candidates(new PaperText(title, text));
        return (candidates, new PaperWordCounts(fields));
    }
}
