using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests() : RuleTests(nameof(VariablesInAllowedPosition))
{
    [Fact]
    public void A_variable_of_the_type_or_a_narrower_one_fits() => Expect(
        """
        query ($a: ID!, $b: Int!, $c: [Order!]!, $d: [Int!], $e: String!) {
          paper(id: $a) { authors(first: $b) { id } }
          search(text: $e, kinds: $c) { __typename }
          papers(filter: { text: $e, years: $d }) { id }
        }
        """);

    [Fact]
    public void A_default_makes_up_for_null() => Expect(
        """
        query ($a: ID = 1, $b: Boolean) { paper(id: $a) { id } papers(filter: { text: "a", open: $b }) { id } }
        """);

    [Fact]
    public void A_default_of_null_does_not() => Expect(
        """
        query ($a: ID = null, $b: ID) { x: paper(id: $a) { id } y: paper(id: $b) { id } }
        """,
        "1:8 1:46 Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\".",
        "1:23 1:70 Variable \"$b\" of type \"ID\" used in position expecting type \"ID!\".");

    [Fact]
    public void A_variable_of_another_type_does_not_fit() => Expect(
        """
        query ($a: Int, $b: [Order], $c: Order) {
          search(text: $a, kinds: [$b]) { __typename }
          papers(first: $c, filter: { text: "a", years: [$a] }) { id }
        }
        """,
        "1:8 2:16 Variable \"$a\" of type \"Int\" used in position expecting type \"String!\".",
        "1:17 2:28 Variable \"$b\" of type \"[Order]\" used in position expecting type \"Order\".",
        "1:30 3:17 Variable \"$c\" of type \"Order\" used in position expecting type \"Int\".",
        "1:8 3:50 Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".");

    [Fact]
    public void Places_in_fragments_count_with_the_variable_of_each_operation() => Expect(
        """
        query A($a: Boolean!) { node(id: 1) { ...F } }
        query B($a: Int!) { node(id: 1) { ...F } }
        fragment F on Node { id @skip(if: $a) }
        """,
        "2:9 3:35 Variable \"$a\" of type \"Int!\" used in position expecting type \"Boolean!\".");

    [Fact]
    public void A_OneOf_input_object_takes_no_variable_that_may_be_null() => Expect(
        """
        query ($a: ID, $b: ID!) { x: pick(by: { id: $a }) { id } y: pick(by: { id: $b }) { id } }
        """,
        "1:8 1:45 Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"PaperPick\".");
}
