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
    public void A_second_directive_of_one_name_is_reported() => Expect(
        """
        directive @a on FIELD
        directive @a on QUERY
        """,
        "1:12 2:12 There can be only one directive named \"@a\".");

    [Fact]
    public void A_directive_of_the_extended_schema_cannot_be_defined_again() => ExpectOfExtension(
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
