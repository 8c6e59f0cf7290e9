using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests() : RuleTests(nameof(ScalarLeafs))
{
    [Fact]
    public void Leaves_have_no_selection_and_objects_have_one() => Expect(
        """
        { paper(id: 1) { title year } node(id: 1) { id } }
        """);

    [Fact]
    public void A_scalar_has_no_subfields() => Expect(
        """
        { paper(id: 1) { title { length } year { start } } }
        """,
        "1:24 Field \"title\" must not have a selection since type \"String!\" has no subfields.",
        "1:40 Field \"year\" must not have a selection since type \"Int\" has no subfields.");

    [Fact]
    public void An_object_needs_subfields() => Expect(
        """
        { paper(id: 1) papers node(id: 1) search(text: "a") }
        """,
        "1:3 Field \"paper\" of type \"Paper\" must have a selection of subfields. Did you mean \"paper { ... }\"?",
        "1:16 Field \"papers\" of type \"[Paper!]!\" must have a selection of subfields. Did you mean \"papers { ... }\"?",
        "1:23 Field \"node\" of type \"Node\" must have a selection of subfields. Did you mean \"node { ... }\"?",
        "1:35 Field \"search\" of type \"[Hit!]!\" must have a selection of subfields. Did you mean \"search { ... }\"?");

    [Fact]
    public void An_unknown_field_is_left_alone() => Expect(
        """
        { unknown other { a } }
        """);
}
