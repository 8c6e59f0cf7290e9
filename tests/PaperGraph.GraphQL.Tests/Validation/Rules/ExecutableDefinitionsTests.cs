using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests() : RuleTests(nameof(ExecutableDefinitions))
{
    [Fact]
    public void Operations_and_fragments_are_executable() => Expect(
        """
        query { node(id: 1) { ...F } }
        fragment F on Node { id }
        """);

    [Fact]
    public void A_type_system_has_no_place_in_a_request() => Expect(
        """
        { node(id: 1) { id } }
        type Cat { name: String }
        extend type Dog { color: String }
        schema { query: Cat }
        directive @loud on FIELD
        """,
        "2:1 The \"Cat\" definition is not executable.",
        "3:1 The \"Dog\" definition is not executable.",
        "4:1 The schema definition is not executable.",
        "5:1 The \"loud\" definition is not executable.");
}
