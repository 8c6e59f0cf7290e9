namespace PaperGraph.Sources.Arxiv;

public sealed class WithdrawalTests
{
    [Theory]
    [InlineData("Withdrawn")]
    [InlineData("12 pages; this paper has been withdrawn by the authors")]
    [InlineData("The authors have withdrawn this paper because of an error")]
    [InlineData("I have withdrawn this submission")]
    [InlineData("This submission has been removed by arXiv administrators")]
    public void A_comment_says_that_a_paper_was_withdrawn(string comment) => Withdrawal.From(comment, "We fold maps.").ShouldBe(true);

    [Theory]
    [InlineData("This paper has been withdrawn.")]
    [InlineData("  This paper has been withdrawn by the author due to a crucial sign error in equation 1.\n")]
    [InlineData("Paper withdrawn by the author; see v2.")]
    [InlineData("Withdrawn due to an error.")]
    [InlineData("The authors have withdrawn this manuscript.")]
    public void An_abstract_that_begins_by_it_says_so(string text) => Withdrawal.From("12 pages", text).ShouldBe(true);

    [Theory]
    [InlineData("It replaces the withdrawn first version", "We fold maps.")]
    [InlineData(null, "Withdrawn drugs are studied by few.")]
    [InlineData(null, "We study what happens to markets after a product has been withdrawn. The paper was withdrawn from many shops.")]
    [InlineData(null, "We have withdrawn the assumption that maps are flat.")]
    [InlineData(null, "The work is about papers that were withdrawn.")]
    [InlineData("Code was removed by the editors", null)]
    public void Other_words_do_not(string? comment, string? text) => Withdrawal.From(comment, text).ShouldBeNull();
}
