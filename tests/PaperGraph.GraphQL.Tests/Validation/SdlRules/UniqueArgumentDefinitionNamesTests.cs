using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueArgumentDefinitionNamesTests() : SdlRuleTests(nameof(UniqueArgumentDefinitionNames))
{
    [Fact]
    public void Two_fields_may_have_the_same_argument() => Expect(
        """
        type A { x(a: Int): Int y(a: Int): Int }
        directive @d(a: Int) on FIELD
        """);

    [Fact]
    public void One_field_or_directive_may_not() => Expect(
        """
        type A { x(a: Int, a: Int): Int }
        extend interface B { y(b: Int, c: Int, b: Int): Int }
        directive @d(a: Int, a: Int) on FIELD
        """,
        "1:12 1:20 Argument \"A.x(a:)\" can only be defined once.",
        "2:24 2:40 Argument \"B.y(b:)\" can only be defined once.",
        "3:14 3:22 Argument \"@d(a:)\" can only be defined once.");
}
