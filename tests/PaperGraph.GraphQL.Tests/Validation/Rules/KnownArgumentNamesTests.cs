using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests() : RuleTests(nameof(KnownArgumentNames))
{
    [Fact]
    public void Arguments_of_the_field_are_known() => Expect(
        """
        { papers(first: 1, order: NEWEST) { authors(after: "a") { id } } __type(name: "Paper") { name } }
        """);

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        { papers(firts: 1) { id } }
        """,
        "1:10 Unknown argument \"firts\" on field \"Query.papers\". Did you mean \"first\" or \"filter\"?");

    [Fact]
    public void An_interface_has_arguments_of_its_own() => Expect(
        """
        fragment F on Titled { title(short: true, long: true) }
        """,
        "1:43 Unknown argument \"long\" on field \"Titled.title\".");

    [Fact]
    public void An_unknown_field_has_no_arguments_to_judge() => Expect(
        """
        { unknown(a: 1) }
        """);
}
