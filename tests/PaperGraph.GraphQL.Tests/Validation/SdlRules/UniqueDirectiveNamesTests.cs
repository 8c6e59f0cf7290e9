using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueDirectiveNamesTests() : SdlRuleTests(nameof(UniqueDirectiveNames))
{
    [Fact]
    public void A_built_in_directive_may_be_defined_as_it_is() => Expect(
        """
        directive @a on FIELD
        directive @skip(if: Boolean!) on FIELD
        """);

    [Fact]
    public void A_name_is_taken_by_the_first() => Expect(
        """
        directive @a on FIELD
        directive @a on QUERY
        """,
        "1:12 2:12 There can be only one directive named \"@a\".");

    [Fact]
    public void Also_by_one_that_is_defined_already() => ExpectOfExtension(
        """
        directive @a on FIELD
        """,
        """
        directive @a on FIELD
        directive @skip on FIELD
        """,
        "1:12 Directive \"@a\" already exists in the schema. It cannot be redefined.",
        "2:12 Directive \"@skip\" already exists in the schema. It cannot be redefined.");
}
