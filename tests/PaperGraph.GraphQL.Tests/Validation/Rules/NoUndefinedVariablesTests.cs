using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests() : RuleTests(nameof(NoUndefinedVariables))
{
    [Fact]
    public void Variables_of_fragments_are_defined_by_the_operation() => Expect(
        """
        query ($a: ID!, $b: Boolean!) { node(id: $a) { ...F } }
        fragment F on Node { id @skip(if: $b) }
        """);

    [Fact]
    public void A_variable_is_not_defined() => Expect(
        """
        { node(id: $a) { id @note(text: [$b, { c: $c }]) } }
        """,
        "1:12 1:1 Variable \"$a\" is not defined.",
        "1:34 1:1 Variable \"$b\" is not defined.",
        "1:43 1:1 Variable \"$c\" is not defined.");

    [Fact]
    public void Each_operation_defines_what_its_fragments_use() => Expect(
        """
        query A($a: Boolean!) { node(id: 1) { ...F } }
        query B { node(id: 1) { ...F } }
        fragment F on Node { ...G }
        fragment G on Node { id @skip(if: $a) }
        """,
        "4:35 2:1 Variable \"$a\" is not defined by operation \"B\".");

    [Fact]
    public void A_cycle_of_fragments_ends() => Expect(
        """
        query A { node(id: 1) { ...F } }
        fragment F on Node { ...F id @skip(if: $a) }
        """,
        "2:40 1:1 Variable \"$a\" is not defined by operation \"A\".");
}
