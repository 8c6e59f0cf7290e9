using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class CandidateRankerTests
{
    private static readonly Dictionary<uint, float> NoRank = [];

    [Fact]
    public void A_score_is_the_sum_of_its_terms()
    {
        var candidates = Candidates("Widget cascades", "A widget cascade calibrator (WCC) feeds BERT. Our widget cascade calibrator is small.");
        foreach (var candidate in candidates)
        {
            CandidateRanker.Default.Rank([candidate], NoRank);
            var sum = CandidateRanker.Default.Terms(candidate, NoRank).Sum(term => term.Weight);
            candidate.Score.ShouldBe(1 / (1 + MathF.Exp(-sum)), 1e-4f);
        }
    }

    [Fact]
    public void A_definition_and_a_known_name_say_so()
    {
        var candidates = Candidates("", "A widget cascade calibrator (WCC) feeds BERT.").ToDictionary(candidate => candidate.Key);
        Terms(candidates["widgetcascadecalibrator"]).ShouldContain("defined");
        Terms(candidates["bert"]).ShouldContain("known");
    }

    [Theory]
    [InlineData("bias")]
    [InlineData("mean PositionRank")]
    [InlineData("title")]
    [InlineData("two words")]
    public void Features_have_weights_under_their_names(string feature) =>
        TsvResource.Rows(CandidateRanker.FileName).Select(row => row[0]).ShouldContain(feature);

    private static IEnumerable<string> Terms(Candidate candidate) => CandidateRanker.Default.Terms(candidate, NoRank).Select(term => term.Name);

    private static IReadOnlyCollection<Candidate> Candidates(string title, string text) => new ConceptExtractor().Candidates(new PaperText(title, text)).Candidates;
}
