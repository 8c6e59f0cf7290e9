namespace PaperGraph.Graph.Tests.Filters;

/// <summary>A filter that names something that there is not fails its field, with what may have been meant.</summary>
public sealed class UnknownNamesTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("""papers(where: { concepts: { any: ["grop"] } })""", "where.concepts.any[0]", "concept", "grop", "GRPO")]
    [InlineData("""papers(where: { concepts: { any: ["ppo", "mixture-of-expertes"] } })""", "where.concepts.any[1]", "concept",
        "mixture-of-expertes", "mixture of experts")]
    [InlineData("""papers(where: { topics: { none: ["Reinforcment learning"] } })""", "where.topics.none[0]", "topic",
        "Reinforcment learning", "Reinforcement learning")]
    [InlineData("""papers(where: { organizations: { all: ["acme", "Acme A1"] } })""", "where.organizations.all[1]", "organization",
        "Acme A1", "Acme AI|acme")]
    [InlineData("""papers(where: { repositories: { any: ["acme/grup"] } })""", "where.repositories.any[0]", "repository", "acme/grup",
        "acme/group")]
    [InlineData("""papers(where: { authors: { any: ["Alain Turing"] } })""", "where.authors.any[0]", "author", "Alain Turing",
        "Alan Turing")]
    [InlineData("""papers(where: { or: [{ minUpvotes: 1 }, { not: { authors: { any: ["zzz"] } } }] })""", "where.or[1].not.authors.any[0]",
        "author", "zzz", "")]
    [InlineData("""concepts(where: { topics: { any: ["Lerning"] } })""", "where.topics.any[0]", "topic", "Lerning", "Learning")]
    [InlineData("""papers(where: { authors: { any: ["zzz"] }, concepts: { any: ["yyy"] } })""", "where.concepts.any[0]", "concept", "yyy",
        "")]
    public async Task An_unknown_name_is_an_error_with_suggestions(
        string list, string argument, string noun, string name, string suggestions)
    {
        foreach (var selection in new[] { "totalCount", "nodes { id }", "totalCount nodes { id }" })
        {
            var error = (await graph.ExecuteAsync($"{{ {list} {{ {selection} }} }}")).GetProperty("errors").EnumerateArray().Single();

            var suggested = suggestions.Split('|', StringSplitOptions.RemoveEmptyEntries);
            var question = suggested.Length == 0 ? "" : $" Did you mean {string.Join(" or ", suggested.Select(text => $"\"{text}\""))}?";
            error.GetProperty("message").GetString().ShouldBe($"`{argument}` names no {noun} of the graph: \"{name}\".{question}");
            var extensions = error.GetProperty("extensions");
            extensions.GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
            extensions.GetProperty("argument").GetString().ShouldBe(argument);
            extensions.GetProperty("suggestions").EnumerateArray().Select(text => text.GetString()!).ShouldBe(suggested);
        }
    }

    [Fact]
    public async Task Only_the_list_with_the_unknown_name_fails()
    {
        var answer = await graph.ExecuteAsync("""
            {
              author(by: { slug: "ada-lovelace" }) { name papers(where: { concepts: { any: ["zzz"] } }) { totalCount } }
              topics { nodes { slug } }
            }
            """);

        answer.GetProperty("errors").EnumerateArray().Single().GetProperty("path").EnumerateArray()
            .Select(step => step.GetString()).ShouldBe(["author", "papers"]);
        answer.GetProperty("data").GetProperty("topics").GetProperty("nodes").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("{ papers(where: { concepts: { any: [\"GRPO\"] } }) { nodes { title } } }", 1, 2)]
    [InlineData(
        "{ papers(where: { concepts: { any: [\"GRPO\"] }, authors: { none: [\"ada-lovelace\"] } }) { totalCount nodes { title } } }", 1, 3)]
    [InlineData("{ papers(where: { concepts: { any: [\"GRPO\"], unknown: IGNORE } }) { nodes { title } } }", 1, 1)]
    [InlineData("{ papers(where: { concepts: { any: [] } }) { nodes { title } } }", 1, 1)]
    [InlineData("{ author(by: { slug: \"ada-lovelace\" }) { papers(where: { topics: { any: [\"learning\"] } }) { totalCount } } }", 1, 3)]
    public async Task Names_are_looked_up_in_the_same_round_trip(string query, int roundTrips, int statements)
    {
        (await graph.CostAsync(query)).ShouldBe((roundTrips, statements));
    }
}
