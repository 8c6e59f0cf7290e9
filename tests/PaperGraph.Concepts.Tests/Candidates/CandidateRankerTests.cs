using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class CandidateRankerTests
{
    [Fact]
    public void A_score_is_the_sum_of_its_terms()
    {
        var (candidates, features) = Candidates(
            "Widget cascades", "A widget cascade calibrator (WCC) feeds BERT. Our widget cascade calibrator is small.");
        foreach (var candidate in candidates)
        {
            CandidateRanker.Default.Rank([candidate], features);
            var sum = CandidateRanker.Default.Terms(candidate, features).Sum(term => term.Weight);
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
        var (candidates, features) = Candidates(
            "",
            "Many rooms hold a quiet thermal fan. A widget cascade calibrator (WCC) feeds BERT. We study zonal gradient shaping, and "
            + "introduce a frobnicator lattice that, via a tensor folding engine, beats it. Noisy Caliper Training is not needed. The "
            + "stale widget rig remains.");
        Value(candidates, features, key, term).ShouldBe(1);
    }

    [Fact]
    public void Words_that_the_paper_uses_apart_say_less_together()
    {
        var (candidates, features) = Candidates(
            "", "The quiet widget cascade hums. A widget cascade is a widget. The thermal caliper turns.");
        Value(candidates, features, "thermalcaliper", "words apart").ShouldBe(0);
        Value(candidates, features, "widgetcascade", "words apart").ShouldBe((MathF.Log(3f / 2) + MathF.Log(2f / 2)) / 2, 1e-5f);
    }

    [Fact]
    public void What_stands_early_is_nearer_than_what_stands_late_and_the_title_is_nearest()
    {
        var (candidates, features) = Candidates(
            "Widget cascade", "We study a frobnicator lattice and a widget cascade. It hums for long. The thermal caliper turns.");
        Value(candidates, features, "widgetcascade", "position").ShouldBe(0);
        Value(candidates, features, "frobnicatorlattice", "position")
            .ShouldBeLessThan(Value(candidates, features, "thermalcaliper", "position"));
    }

    [Fact]
    public void Every_weight_is_that_of_a_feature() =>
        ShippedData.Rows(CandidateRanker.FileName).Select(row => row[0]).ShouldBeSubsetOf(CandidateFeatureNames.All);

    [Fact]
    public void A_weight_of_no_feature_is_refused() =>
        Should.Throw<InvalidDataException>(() => new CandidateRanker([("praise", 1)])).Message
            .ShouldBe("ranking.tsv has a weight for \"praise\", which is no feature of candidates.");

    private static float Value(IReadOnlyCollection<Candidate> candidates, CandidateFeatureExtractor features, string key, string name)
    {
        var values = new float[CandidateFeatureExtractor.Count];
        features.Measure(candidates.Single(candidate => candidate.Key == key), values);
        return values[CandidateFeatureNames.All.IndexOf(name)];
    }

    private static (IReadOnlyCollection<Candidate> Candidates, CandidateFeatureExtractor Features) Candidates(string title, string text)
    {
        var (fields, candidates) = new ConceptExtractor().Candidates(new PaperText(title, text));
        var counts = new PaperWordCounts(fields);
        return (candidates, new CandidateFeatureExtractor(counts, new float[counts.Forms]));
    }
}
