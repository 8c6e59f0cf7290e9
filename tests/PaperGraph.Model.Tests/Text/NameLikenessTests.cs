namespace PaperGraph.Model.Tests.Text;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("John Smith", "J. Smith", true)]
    [InlineData("John Smith", "Smith, J.", true)]
    [InlineData("John Smith", "Jane Smith", false)]
    [InlineData("John A. Smith", "John Smith", true)]
    [InlineData("John A. Smith", "J. B. Smith", false)]
    [InlineData("Jian-Wei Pan", "Jianwei Pan", true)]
    [InlineData("Wei Wang", "Wang Wei", true)]
    [InlineData("Łukasz Kaiser", "Lukasz Kaiser", true)]
    [InlineData("Smith", "John Smith", false)]
    [InlineData("!", "?", false)]
    [InlineData("!", "!", true)]
    public void Names_are_alike_where_they_can_be_one_persons(string one, string other, bool areAlike)
    {
        NameLikeness.AreAlike(one, other).ShouldBe(areAlike);
        NameLikeness.AreAlike(other, one).ShouldBe(areAlike);
    }
}
