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
    public void And_one_only() => Expect(
        """
        schema { query: Q query: R }
        extend schema { query: S }
        """,
        "1:10 1:19 There can be only one query type in schema.",
        "1:10 2:17 There can be only one query type in schema.");

    [Fact]
    public void Also_where_it_is_defined_already() => ExpectOfExtension(
        """
        schema { query: Q }
        """,
        """
        extend schema { query: R mutation: M }
        """,
        "1:17 Type for query already defined in the schema. It cannot be redefined.");
}
