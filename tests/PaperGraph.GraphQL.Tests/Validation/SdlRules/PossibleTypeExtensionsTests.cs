using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class PossibleTypeExtensionsTests() : SdlRuleTests(nameof(PossibleTypeExtensions))
{
    [Fact]
    public void What_is_defined_may_be_extended_in_any_order() => Expect(
        """
        extend type A { y: Int }
        type A { x: Int }
        enum B { X }
        extend enum B { Y }
        """);

    [Fact]
    public void A_type_of_the_schema_that_is_extended_counts_as_defined() => ExpectOfExtension(
        """
        scalar A
        """,
        """
        extend scalar A @specifiedBy(url: "")
        """);

    [Fact]
    public void What_is_not_defined_cannot_be_and_a_near_name_is_suggested() => Expect(
        """
        type Paper { x: Int }
        extend type Papper { y: Int }
        extend union Elsewhere = Paper
        """,
        "2:13 Cannot extend type \"Papper\" because it is not defined. Did you mean \"Paper\"?",
        "3:14 Cannot extend type \"Elsewhere\" because it is not defined.");

    [Fact]
    public void An_extension_is_of_the_same_kind() => Expect(
        """
        type A { x: Int }
        extend input A { x: Int }
        enum B { X }
        extend interface B { x: Int }
        """,
        "1:1 2:1 Cannot extend non-input object type \"A\".",
        "3:1 4:1 Cannot extend non-interface type \"B\".");
}
