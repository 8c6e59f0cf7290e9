using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests() : RuleTests(nameof(KnownDirectives))
{
    [Fact]
    public void Directives_stand_where_they_may() => Expect(
        """
        query ($a: Int @note(text: "a")) @note(text: "b") { node(id: 1) @skip(if: true) { ...F @include(if: true) ... @defer { id @tag } } }
        """);

    [Fact]
    public void An_unknown_directive_is_reported() => Expect(
        """
        query @here { node(id: 1) @there { id } }
        """,
        "1:7 Unknown directive \"@here\".",
        "1:27 Unknown directive \"@there\".");

    [Fact]
    public void A_misplaced_directive_is_reported() => Expect(
        """
        query ($a: Int @skip(if: true)) @tag { ...F @tag ... @tag { id } }
        mutation M @note(text: "a") { x }
        subscription S @note(text: "a") { x }
        fragment F on Query @tag { papers @defer { id } }
        """,
        "1:16 Directive \"@skip\" may not be used on VARIABLE_DEFINITION.",
        "1:33 Directive \"@tag\" may not be used on QUERY.",
        "1:45 Directive \"@tag\" may not be used on FRAGMENT_SPREAD.",
        "1:54 Directive \"@tag\" may not be used on INLINE_FRAGMENT.",
        "2:12 Directive \"@note\" may not be used on MUTATION.",
        "3:16 Directive \"@note\" may not be used on SUBSCRIPTION.",
        "4:21 Directive \"@tag\" may not be used on FRAGMENT_DEFINITION.",
        "4:35 Directive \"@defer\" may not be used on FIELD.");
}
