using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests() : RuleTests(nameof(UniqueArgumentNames))
{
    [Fact]
    public void Two_fields_may_have_the_same_argument() => Expect(
        """
        { a: node(id: 1) { id } b: node(id: 1) { id } }
        """);

    [Fact]
    public void An_argument_is_given_once_to_a_field_and_to_a_directive() => Expect(
        """
        { papers(first: 1, order: OLDEST, first: 2, first: 3) { id @note(text: "a", text: "b") } }
        """,
        "1:10 1:35 1:45 There can be only one argument named \"first\".",
        "1:66 1:77 There can be only one argument named \"text\".");
}
