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
    public void Types_of_any_kind_share_their_names() => Expect(
        """
        type A
        scalar A
        union B
        enum A
        """,
        "1:6 2:8 There can be only one type named \"A\".",
        "1:6 4:6 There can be only one type named \"A\".");

    [Fact]
    public void Also_with_those_defined_already() => ExpectOfExtension(
        """
        type A
        """,
        """
        input A
        """,
        "1:7 Type \"A\" already exists in the schema. It cannot also be defined in this type definition.");
}
