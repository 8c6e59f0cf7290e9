using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Tests.Stages;

public sealed class RowDigestTests
{
    private const long Expected = 9050175714680667741;

    [Fact]
    public void Equal_values_have_equal_digests_on_every_machine()
    {
        var digest = new RowDigest();

        digest.Add(1).Add(0.5f).Add("π").Take().ShouldBe(Expected);
        digest.Add(1).Add(0.5f).Add("π").Take().ShouldBe(Expected);
    }

    [Fact]
    public void Texts_that_are_cut_elsewhere_differ() =>
        new RowDigest().Add("ab").Add("c").Take().ShouldNotBe(new RowDigest().Add("a").Add("bc").Take());

    [Fact]
    public void Values_in_another_order_differ() =>
        new RowDigest().Add(1).Add(2).Take().ShouldNotBe(new RowDigest().Add(2).Add(1).Take());
}
