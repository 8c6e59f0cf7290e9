using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests() : RuleTests(nameof(KnownTypeNames))
{
    [Fact]
    public void Types_of_the_schema_are_known_those_of_introspection_too() => Expect(
        """
        query ($a: ID, $b: [PaperFilter!]) { node(id: 1) { ... on Paper { id } ...F } }
        fragment F on __Type { name }
        """);

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        query ($a: Papper, $b: [Oder!]) { node(id: 1) { ... on Autor { id } } }
        fragment F on Elsewhere { id }
        """,
        "1:12 Unknown type \"Papper\". Did you mean \"Paper\"?",
        "1:25 Unknown type \"Oder\". Did you mean \"Order\" or \"Node\"?",
        "1:56 Unknown type \"Autor\". Did you mean \"Author\"?",
        "2:15 Unknown type \"Elsewhere\".");
}
