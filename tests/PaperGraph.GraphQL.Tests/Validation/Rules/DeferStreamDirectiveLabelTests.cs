using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveLabelTests() : RuleTests(nameof(DeferStreamDirectiveLabel))
{
    [Fact]
    public void Labels_differ() => Expect(
        """
        { papers @stream(label: "a") { ... @defer(label: "b") { id } ... @defer { title } } }
        """);

    [Fact]
    public void A_label_is_static_and_used_once() => Expect(
        """
        query ($l: String) { papers @stream(label: "a") { ... @defer(label: "a") { id } ... @defer(label: $l) { title } } }
        """,
        "1:29 1:55 Defer and stream directives must have unique labels, \"a\" is used twice.",
        "1:85 The label of directive \"@defer\" must be a static string.");
}
