using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    private readonly List<string> done = [];
    private readonly TestEngine engine;

    public MutationTests() => engine = new TestEngine(
        """
        type Query { ok: Boolean }
        type Mutation { add(name: String!): Paper must: Paper! }
        type Paper { name: String! length: Int }
        """,
        bindings => bindings
            .Type<Paper>("Paper")
            .Value("Query.ok", (object _) => true)
            .Batch("Mutation.add", async context =>
            {
                await Task.Yield();
                done.Add($"add {context.Argument<string>("name")}");
                return [new Paper(context.Argument<string>("name"))];
            })
            .Value("Mutation.must", (object _) => default(Paper))
            .Batch("Paper.length", async context =>
            {
                await Task.Yield();
                var paper = (Paper)context.Parents[0];
                done.Add($"length of {paper.Name}");
                return [paper.Name.Length];
            }));

    [Fact]
    public async Task Each_root_field_is_done_with_all_below_it_before_the_next()
    {
        await engine.AnswerAsync("""mutation { b: add(name: "bb") { length } a: add(name: "a") { length name } }""")
            .ShouldBeJson("""{ "data": { "b": { "length": 2 }, "a": { "length": 1, "name": "a" } } }""");

        done.ShouldBe(["add bb", "length of bb", "add a", "length of a"]);
    }

    [Fact]
    public async Task None_is_done_after_a_null_reached_the_root()
    {
        var answer = await engine.AnswerAsync("""mutation { must { name } add(name: "a") { name } }""");

        answer.ShouldEndWith("\"data\":null}");
        done.ShouldBeEmpty();
    }

    private sealed record Paper(string Name);
}
