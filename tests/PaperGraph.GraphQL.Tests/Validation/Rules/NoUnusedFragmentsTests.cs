using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests() : RuleTests(nameof(NoUnusedFragments))
{
    [Fact]
    public void A_fragment_may_be_used_through_another() => Expect(
        """
        { node(id: 1) { ...A } }
        fragment A on Node { ...B }
        fragment B on Node { id }
        """);

    [Fact]
    public void A_fragment_nobody_spreads_is_reported() => Expect(
        """
        query { node(id: 1) { id } }
        fragment Summary on Paper { title }
        """,
        "2:1 Fragment \"Summary\" is never used.");

    [Fact]
    public void Fragments_that_only_spread_each_other_are_reported() => Expect(
        """
        { node(id: 1) { ...A } }
        fragment A on Node { id }
        fragment B on Node { ...C }
        fragment C on Node { ...B }
        """,
        "3:1 Fragment \"B\" is never used.",
        "4:1 Fragment \"C\" is never used.");
}
