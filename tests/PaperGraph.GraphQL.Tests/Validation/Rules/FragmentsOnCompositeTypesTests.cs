using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests() : RuleTests(nameof(FragmentsOnCompositeTypes))
{
    [Fact]
    public void Objects_interfaces_and_unions_have_fields() => Expect(
        """
        fragment A on Paper { id }
        fragment B on Node { id ... on Titled { title } ... { id } }
        fragment C on Hit { __typename }
        """);

    [Fact]
    public void Leaves_and_input_objects_have_none() => Expect(
        """
        fragment A on Order { x }
        fragment B on Date { x }
        fragment C on PaperFilter { text ... on String { x } }
        """,
        "1:15 Fragment \"A\" cannot condition on non composite type \"Order\".",
        "2:15 Fragment \"B\" cannot condition on non composite type \"Date\".",
        "3:15 Fragment \"C\" cannot condition on non composite type \"PaperFilter\".",
        "3:41 Fragment cannot condition on non composite type \"String\".");
}
