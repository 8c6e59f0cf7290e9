using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class UniqueDirectivesPerLocationTests() : SdlRuleTests(nameof(UniqueDirectivesPerLocation))
{
    [Fact]
    public void A_type_and_its_extensions_are_one_place() => Expect(
        """
        directive @a on OBJECT
        type A @a { x: Int }
        extend type A @a
        type B @a { x: Int }
        """,
        "2:8 3:15 The directive \"@a\" can only be used once at this location.");

    [Fact]
    public void A_schema_and_its_extensions_are_one_place() => Expect(
        """
        directive @a on SCHEMA
        schema @a { query: Q }
        extend schema @a
        """,
        "2:8 3:15 The directive \"@a\" can only be used once at this location.");
}
