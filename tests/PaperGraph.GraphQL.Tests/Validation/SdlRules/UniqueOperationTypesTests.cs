using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueOperationTypesTests() : SdlRuleTests(nameof(UniqueOperationTypes))
{
    [Fact]
    public void Each_kind_of_operation_has_its_type() => Expect(
        """
        schema { query: Q }
        extend schema { mutation: M subscription: S }
        """);

    [Fact]
    public void A_second_type_for_a_kind_of_operation_is_reported() => Expect(
        """
        schema { query: Q query: R }
        extend schema { query: S }
        """,
        "1:10 1:19 There can be only one query type in schema.",
        "1:10 2:17 There can be only one query type in schema.");

    [Fact]
    public void An_operation_type_of_the_extended_schema_cannot_be_defined_again() => ExpectOfExtension(
        """
        schema { query: Q }
        """,
        """
        extend schema { query: R mutation: M }
        """,
        "1:17 Type for query already defined in the schema. It cannot be redefined.");
}
