using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests() : RuleTests(nameof(UniqueDirectivesPerLocation))
{
    [Fact]
    public void One_directive_may_stand_at_several_places() => Expect(
        """
        { node(id: 1) @skip(if: true) @include(if: true) { id @skip(if: true) ... @skip(if: false) { id } } }
        """);

    [Fact]
    public void A_repeatable_directive_may_be_repeated() => Expect(
        """
        { papers { id @tag(name: "a") @tag(name: "b") } }
        """);

    [Fact]
    public void A_directive_that_is_not_repeatable_may_not_be_repeated() => Expect(
        """
        { node(id: 1) @skip(if: true) { id @note(text: "a") } a: node(id: 1) @skip(if: true) @skip(if: false) @skip(if: true) { id } }
        """,
        "1:70 1:86 The directive \"@skip\" can only be used once at this location.",
        "1:70 1:103 The directive \"@skip\" can only be used once at this location.");
}
