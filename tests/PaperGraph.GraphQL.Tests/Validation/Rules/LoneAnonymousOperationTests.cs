using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests() : RuleTests(nameof(LoneAnonymousOperation))
{
    [Fact]
    public void An_operation_may_be_anonymous_beside_fragments() => Expect(
        """
        { node(id: 1) { ...F } }
        fragment F on Node { id }
        """);

    [Fact]
    public void An_anonymous_operation_must_be_alone() => Expect(
        """
        { node(id: 1) { id } }
        query A { node(id: 2) { id } }
        { node(id: 3) { id } }
        """,
        "1:1 This anonymous operation must be the only defined operation.",
        "3:1 This anonymous operation must be the only defined operation.");
}
