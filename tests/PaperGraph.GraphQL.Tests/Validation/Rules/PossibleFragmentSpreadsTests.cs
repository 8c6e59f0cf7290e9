using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests() : RuleTests(nameof(PossibleFragmentSpreads))
{
    [Fact]
    public void Types_that_share_an_object_type_can_be_met() => Expect(
        """
        fragment A on Node { ... on Paper { ... on Titled { ... on Node { id } } } }
        fragment B on Hit { ... on Titled { ... on Hit { __typename } } ...A }
        fragment C on Paper { ... on Paper { id } ... { id } ...B }
        """);

    [Fact]
    public void Types_that_share_none_cannot() => Expect(
        """
        fragment A on Paper { ... on Author { id } ...B ... on Query { node(id: 1) { id } } }
        fragment B on Organization { ... on Hit { __typename } }
        """,
        "1:23 Fragment cannot be spread here as objects of type \"Paper\" can never be of type \"Author\".",
        "1:44 Fragment \"B\" cannot be spread here as objects of type \"Paper\" can never be of type \"Organization\".",
        "1:49 Fragment cannot be spread here as objects of type \"Paper\" can never be of type \"Query\".",
        "2:30 Fragment cannot be spread here as objects of type \"Organization\" can never be of type \"Hit\".");

    [Fact]
    public void Types_that_have_no_fields_or_are_unknown_are_left_to_other_rules() => Expect(
        """
        fragment A on Paper { ... on Order { x } ... on Nowhere { x } ...Unknown }
        """);
}
