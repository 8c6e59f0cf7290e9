using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesOnDirectivesTests() : RuleTests(nameof(KnownArgumentNamesOnDirectives))
{
    [Fact]
    public void Arguments_of_the_directive_are_known() => Expect(
        """
        { node(id: 1) @skip(if: true) @note(text: "a") { id } }
        """);

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        { node(id: 1) @skip(iff: true) { id @note(text: "a", size: 1) } }
        """,
        "1:21 Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?",
        "1:54 Unknown argument \"size\" on directive \"@note\".");

    [Fact]
    public void An_unknown_directive_has_no_arguments_to_judge() => Expect(
        """
        { node(id: 1) @unknown(a: 1) { id } }
        """);
}
