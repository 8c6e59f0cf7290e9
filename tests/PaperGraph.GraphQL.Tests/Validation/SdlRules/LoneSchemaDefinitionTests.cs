using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class LoneSchemaDefinitionTests() : SdlRuleTests(nameof(LoneSchemaDefinition))
{
    [Fact]
    public void A_document_may_define_its_schema() => Expect(
        """
        schema { query: Q }
        """);

    [Fact]
    public void A_second_schema_definition_is_reported() => Expect(
        """
        schema { query: Q }
        schema { query: R }
        """,
        "2:1 Must provide only one schema definition.");

    [Fact]
    public void An_extension_of_a_schema_cannot_define_it_again() => ExpectOfExtension(
        """
        type Query { a: Int }
        """,
        """
        schema { query: Q }
        """,
        "1:1 Cannot define a new schema within a schema extension.");
}
