using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Stages;

public sealed class RowDigestTests
{
    private const long Expected = -4032191911093809383;

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
    public void A_value_of_an_enum_counts_by_the_name_by_which_it_is_stored() =>
        new RowDigest().Add(MentionResolution.Document).Take().ShouldBe(new RowDigest().Add("DOCUMENT").Take());

    [Fact]
    public void Values_in_another_order_differ() =>
        new RowDigest().Add(1).Add(2).Take().ShouldNotBe(new RowDigest().Add(2).Add(1).Take());
}
