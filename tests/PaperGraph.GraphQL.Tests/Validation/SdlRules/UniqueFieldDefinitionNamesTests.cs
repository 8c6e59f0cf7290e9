using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueFieldDefinitionNamesTests() : SdlRuleTests(nameof(UniqueFieldDefinitionNames))
{
    [Fact]
    public void Two_types_may_have_the_same_field() => Expect(
        """
        type A { x: Int }
        interface B { x: Int }
        input C { x: Int }
        """);

    [Fact]
    public void One_type_may_not_have_a_field_twice() => Expect(
        """
        type A { x: Int x: Int }
        interface B { x: Int }
        extend interface B { x: Int }
        input C { x: Int x: Int }
        """,
        "1:10 1:17 Field \"A.x\" can only be defined once.",
        "2:15 3:22 Field \"B.x\" can only be defined once.",
        "4:11 4:18 Field \"C.x\" can only be defined once.");

    [Fact]
    public void A_field_of_the_extended_type_cannot_be_defined_again() => ExpectOfExtension(
        """
        type A { x: Int }
        """,
        """
        extend type A { y: Int x: Int }
        """,
        "1:24 Field \"A.x\" already exists in the schema. It cannot also be defined in this type extension.");
}
