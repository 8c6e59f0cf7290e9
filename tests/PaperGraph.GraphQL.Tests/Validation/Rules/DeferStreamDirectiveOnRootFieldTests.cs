using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnRootFieldTests() : RuleTests(nameof(DeferStreamDirectiveOnRootField))
{
    [Fact]
    public void Below_the_root_all_may_come_later() => Expect(
        """
        { ... @defer { papers @stream { id } } }
        mutation { rename(id: 1, title: "a") { ... @defer { id } authors @stream { id } } }
        """);

    [Fact]
    public void The_root_of_a_mutation_or_subscription_comes_at_once() => Expect(
        """
        mutation M { ... @defer { rename(id: 1, title: "a") { id } } }
        subscription S { ...F @defer }
        fragment F on Subscription { imported { id } }
        """,
        "1:18 Directive \"@defer\" cannot be used on root mutation type \"Mutation\".",
        "2:23 Directive \"@defer\" cannot be used on root subscription type \"Subscription\".");
}
