using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueTypeNamesTests() : SdlRuleTests(nameof(UniqueTypeNames))
{
    [Fact]
    public void A_directive_may_be_called_as_a_type_is() => Expect(
        """
        type A
        directive @A on FIELD
        scalar B
        """);

    [Fact]
    public void Two_types_of_any_kind_cannot_have_one_name() => Expect(
        """
        type A
        scalar A
        union B
        enum A
        """,
        "1:6 2:8 There can be only one type named \"A\".",
        "1:6 4:6 There can be only one type named \"A\".");

    [Fact]
    public void A_type_of_the_extended_schema_cannot_be_defined_again() => ExpectOfExtension(
        """
        type A
        """,
        """
        input A
        """,
        "1:7 Type \"A\" already exists in the schema. It cannot also be defined in this type definition.");
}
