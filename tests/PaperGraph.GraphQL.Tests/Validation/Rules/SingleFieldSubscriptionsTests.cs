using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests() : RuleTests(nameof(SingleFieldSubscriptions))
{
    [Fact]
    public void One_field_may_be_selected_even_twice() => Expect(
        """
        subscription S { imported { id } ...F }
        fragment F on Subscription { imported { title } }
        """);

    [Fact]
    public void A_query_is_not_concerned() => Expect(
        """
        { a: node(id: 1) { id } b: node(id: 2) { id } __typename }
        """);

    [Fact]
    public void A_second_field_is_reported() => Expect(
        """
        subscription S { imported { id } removed { id } }
        """,
        "1:34 Subscription \"S\" must select only one top level field.");

    [Fact]
    public void Fragments_are_followed() => Expect(
        """
        subscription { imported { id } ...F ... on Subscription { again: imported { id } } }
        fragment F on Subscription { removed { id } ...F }
        """,
        "2:30 1:59 Anonymous Subscription must select only one top level field.");

    [Fact]
    public void Two_aliases_are_two_fields() => Expect(
        """
        subscription { one: imported { id } two: imported { id } }
        """,
        "1:37 Anonymous Subscription must select only one top level field.");

    [Fact]
    public void Introspection_is_no_event() => Expect(
        """
        subscription S { __typename }
        """,
        "1:18 Subscription \"S\" must not select an introspection top level field.");

    [Fact]
    public void What_variables_may_take_away_is_reported() => Expect(
        """
        subscription S($a: Boolean!) { imported @skip(if: $a) { id } ... @include(if: true) { imported { title } } }
        """,
        "1:41 Subscription \"S\" must not use \"@skip\" on its top level field.",
        "1:66 Subscription \"S\" must not use \"@include\" on its top level field.");
}
