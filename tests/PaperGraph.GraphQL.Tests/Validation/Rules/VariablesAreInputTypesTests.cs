using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests() : RuleTests(nameof(VariablesAreInputTypes))
{
    [Fact]
    public void Scalars_enums_and_input_objects_go_in() => Expect(
        """
        query ($a: Int!, $b: [Order!], $c: PaperFilter, $d: Unknown) { x }
        """);

    [Fact]
    public void Objects_interfaces_and_unions_do_not() => Expect(
        """
        query ($a: Paper, $b: [[Node!]]!, $c: Hit) { x }
        """,
        "1:12 Variable \"$a\" cannot be non-input type \"Paper\".",
        "1:23 Variable \"$b\" cannot be non-input type \"[[Node!]]!\".",
        "1:39 Variable \"$c\" cannot be non-input type \"Hit\".");
}
