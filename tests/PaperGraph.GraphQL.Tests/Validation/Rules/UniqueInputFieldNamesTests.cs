using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests() : RuleTests(nameof(UniqueInputFieldNames))
{
    [Fact]
    public void Two_objects_may_have_the_same_field() => Expect(
        """
        { papers(filter: { text: "a", also: { text: "a" } }) { id } }
        """);

    [Fact]
    public void A_field_is_given_once() => Expect(
        """
        { papers(filter: { text: "a", also: { text: "b", text: "c" }, text: "d" }) { id } }
        """,
        "1:20 1:63 There can be only one input field named \"text\".",
        "1:39 1:50 There can be only one input field named \"text\".");
}
