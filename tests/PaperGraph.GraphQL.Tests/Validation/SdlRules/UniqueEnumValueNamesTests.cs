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
    public void One_enum_may_not() => Expect(
        """
        enum A { X X }
        extend enum A { Y X }
        """,
        "1:10 1:12 Enum value \"A.X\" can only be defined once.",
        "1:10 2:19 Enum value \"A.X\" can only be defined once.");

    [Fact]
    public void Also_with_those_defined_already() => ExpectOfExtension(
        """
        enum A { X }
        """,
        """
        extend enum A { Y X }
        """,
        "1:19 Enum value \"A.X\" already exists in the schema. It cannot also be defined in this type extension.");
}
