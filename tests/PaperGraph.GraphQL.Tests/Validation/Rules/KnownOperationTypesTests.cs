using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesTests() : RuleTests(nameof(KnownOperationTypes))
{
    [Fact]
    public void All_three_kinds_may_have_a_root_type() => Expect(
        """
        { node(id: 1) { id } }
        mutation M { rename(id: 1, title: "a") { id } }
        subscription S { imported { id } }
        """);

    [Fact]
    public void A_kind_of_operation_that_the_schema_does_not_have_is_reported() => ExpectIn(
        "type Query { node: Int }",
        """
        query Q { node }
        mutation M { rename }
        subscription S { imported }
        """,
        "2:1 The mutation operation is not supported by the schema.",
        "3:1 The subscription operation is not supported by the schema.");
}
