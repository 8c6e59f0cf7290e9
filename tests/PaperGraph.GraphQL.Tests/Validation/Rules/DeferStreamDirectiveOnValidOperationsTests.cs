using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnValidOperationsTests() : RuleTests(nameof(DeferStreamDirectiveOnValidOperations))
{
    [Fact]
    public void A_condition_can_turn_it_off() => Expect(
        """
        query { papers { ... @defer { id } } }
        subscription ($a: Boolean!) { imported { ... @defer(if: $a) { id } authors @stream(if: false) { id } } }
        """);

    [Fact]
    public void A_subscription_answers_at_once() => Expect(
        """
        subscription { imported { ...F authors @stream { id } } }
        fragment F on Paper { ... @defer(if: true) { id } }
        fragment G on Paper { ... @defer { id } }
        """,
        "1:40 Directive \"@stream\" is not supported on subscription operations. Disable it by setting the \"if\" argument to \"false\".",
        "2:27 Directive \"@defer\" is not supported on subscription operations. Disable it by setting the \"if\" argument to \"false\".");
}
