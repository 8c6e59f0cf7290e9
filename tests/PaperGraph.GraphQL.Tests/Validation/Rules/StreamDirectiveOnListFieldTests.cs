using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class StreamDirectiveOnListFieldTests() : RuleTests(nameof(StreamDirectiveOnListField))
{
    [Fact]
    public void A_list_can_be_streamed() => Expect(
        """
        { papers @stream { authors @stream(initialCount: 1) { id } } }
        """);

    [Fact]
    public void Anything_else_cannot() => Expect(
        """
        { paper(id: 1) @stream { title @stream } }
        """,
        "1:16 Directive \"@stream\" cannot be used on non-list field \"Query.paper\".",
        "1:32 Directive \"@stream\" cannot be used on non-list field \"Paper.title\".");
}
