using PaperGraph.GraphQL.Validation.SdlRules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueEnumValueNamesTests() : SdlRuleTests(nameof(UniqueEnumValueNames))
{
    [Fact]
    public void Two_enums_may_have_the_same_value() => Expect(
        """
        enum A { X Y }
        enum B { X }
        """);

    [Fact]
    public void One_enum_may_not_have_a_value_twice() => Expect(
        """
        enum A { X X }
        extend enum A { Y X }
        """,
        "1:10 1:12 Enum value \"A.X\" can only be defined once.",
        "1:10 2:19 Enum value \"A.X\" can only be defined once.");

    [Fact]
    public void A_value_of_the_extended_enum_cannot_be_defined_again() => ExpectOfExtension(
        """
        enum A { X }
        """,
        """
        extend enum A { Y X }
        """,
        "1:19 Enum value \"A.X\" already exists in the schema. It cannot also be defined in this type extension.");
}
