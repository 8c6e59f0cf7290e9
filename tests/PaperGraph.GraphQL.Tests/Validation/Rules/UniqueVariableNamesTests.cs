using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests() : RuleTests(nameof(UniqueVariableNames))
{
    [Fact]
    public void Two_operations_may_have_the_same_variable() => Expect(
        """
        query A($a: Int) { x }
        query B($a: Int) { x }
        """);

    [Fact]
    public void A_variable_is_defined_once() => Expect(
        """
        query A($a: Int, $b: Int, $a: String, $a: ID) { x }
        """,
        "1:10 1:28 1:40 There can be only one variable named \"$a\".");
}
