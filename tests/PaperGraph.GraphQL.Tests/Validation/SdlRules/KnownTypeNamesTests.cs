using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class KnownTypeNamesTests() : SdlRuleTests(nameof(KnownTypeNames))
{
    [Fact]
    public void Types_of_the_document_and_built_in_ones_are_known() => Expect(
        """
        type A implements B { x(y: C!): [Int] }
        interface B { x: ID }
        input C { x: Float }
        union D = A
        schema { query: A }
        """);

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        type Paper { x(y: Ordr): Sting }
        enum Order { X }
        union U = Author | Paper
        """,
        "1:19 Unknown type \"Ordr\". Did you mean \"Order\"?",
        "1:26 Unknown type \"Sting\". Did you mean \"String\" or \"Int\"?",
        "3:11 Unknown type \"Author\".");
}
