using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests() : RuleTests(nameof(NoUnusedVariables))
{
    [Fact]
    public void A_variable_may_be_used_in_a_fragment_or_a_directive() => Expect(
        """
        query ($a: Boolean!, $b: String!) @note(text: $b) { node(id: 1) { ...F } }
        fragment F on Node { id @skip(if: $a) }
        """);

    [Fact]
    public void A_variable_nobody_uses_is_reported() => Expect(
        """
        query A($a: ID!, $b: Int) { node(id: $a) { id } }
        query ($c: Int = 1) { x }
        """,
        "1:18 Variable \"$b\" is never used in operation \"A\".",
        "2:8 Variable \"$c\" is never used.");

    [Fact]
    public void Use_in_another_operation_does_not_count() => Expect(
        """
        query A($a: ID!) { x }
        query B($a: ID!) { node(id: $a) { id } }
        """,
        "1:9 Variable \"$a\" is never used in operation \"A\".");
}
