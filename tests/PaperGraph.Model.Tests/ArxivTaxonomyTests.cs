namespace PaperGraph.Model.Tests;

public sealed class ArxivTaxonomyTests
{
    [Theory]
    [InlineData("cs.CL", "Computer Science (cs), Computation and Language (cs.CL)")]
    [InlineData("stat.ML", "Statistics (stat), Machine Learning (stat.ML)")]
    [InlineData("hep-th", "High Energy Physics - Theory (hep-th)")]
    [InlineData("cmp-lg", "cmp-lg")]
    [InlineData("cs.NEW", "Computer Science (cs), cs.NEW")]
    public void A_category_is_a_topic_below_that_of_its_archive(string code, string names)
    {
        var topics = ArxivTaxonomy.TopicsFor(code).ToList();

        string.Join(", ", topics.Select(topic => topic.Name)).ShouldBe(names);
        topics[^1].Slug.ShouldBe(ArxivTaxonomy.SlugFor(code));
        topics[^1].Archive.ShouldBe(topics.Count > 1 ? topics[0].Slug : null);
    }
}
