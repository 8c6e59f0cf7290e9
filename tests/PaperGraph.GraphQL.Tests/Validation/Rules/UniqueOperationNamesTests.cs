using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests() : RuleTests(nameof(UniqueOperationNames))
{
    [Fact]
    public void Operations_with_names_of_their_own_may_share_a_document() => Expect(
        """
        query A { node(id: 1) { id } }
        mutation B { rename(id: 1, title: "a") { id } }
        """);

    [Fact]
    public void A_fragment_may_be_called_as_an_operation_is() => Expect(
        """
        query A { node(id: 1) { ...A } }
        fragment A on Node { id }
        """);

    [Fact]
    public void A_name_is_taken_by_the_first_operation_of_any_kind() => Expect(
        """
        query A { node(id: 1) { id } }
        mutation A { rename(id: 1, title: "a") { id } }
        query A { node(id: 2) { id } }
        """,
        "1:7 2:10 There can be only one operation named \"A\".",
        "1:7 3:7 There can be only one operation named \"A\".");
}
