using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Cost;

/// <summary>What answers really cost, by a schema that expects ten items of each list and gives fewer.</summary>
public sealed class ActualCostTests
{
    private readonly TestEngine engine = new(
        """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean! = true
        ) on FIELD_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query {
          two: [Query!] @listSize(assumedSize: 10)
          grid: [[Query]] @listSize(assumedSize: 10)
          none: Query
          fails: Query!
          codes: [Code] @listSize(assumedSize: 10)
          any: [Any!] @listSize(assumedSize: 10)
          dear(by: Int @cost(weight: "3")): Int @cost(weight: "5")
          text: String
        }
        type Rich @cost(weight: "9") { text: String }
        union Any = Query | Rich
        enum Code @cost(weight: "0.5") { A B }
        """,
        bindings => bindings
            .Value("Query.two", (object parent) => new[] { parent, parent })
            .Value("Query.grid", (object parent) => new object?[]?[] { [parent, null], null, [parent] })
            .Value("Query.none", (object _) => (object?)null)
            .Value<object, object?>("Query.fails", _ => throw new InvalidOperationException("No."))
            .Value("Query.codes", (object _) => new[] { "A", null, (string?)"B" })
            .Value("Query.any", (object parent) => new[] { parent, "rich" })
            .Value("Query.dear", (object _) => 1)
            .Value("Query.text", (object _) => "text")
            .Value("Rich.text", (object _) => "text")
            .Abstract("Any", value => value is string ? "Rich" : "Query"));

    [Theory]
    [InlineData("{ __typename text }", 0, 0)]
    [InlineData("{ two { text } }", 11, 3)]
    [InlineData("{ two { two { text } } }", 121, 9)]
    [InlineData("{ grid { text } }", 11, 3)]
    [InlineData("{ none { two { text } } }", 13, 1)]
    [InlineData("{ codes }", 5, 1)]
    [InlineData("{ any { ... on Rich { text } } }", 91, 11)]
    [InlineData("{ two { dear(by: 1) } dear }", 96, 24)]
    [InlineData("{ two { text ... @defer { two { text } } } }", 121, 9)]
    [InlineData("{ two @stream(initialCount: 1) { two { text } } }", 121, 9)]
    public async Task An_answer_costs_what_was_resolved_for_the_values_that_lists_had(string query, int requested, int actual)
    {
        var request = new GraphQLRequest { Query = query, Cost = CostReporting.Report };
        var last = "";
        await foreach (var response in engine.Engine.StreamAsync(request, engine))
        {
            last = TestEngine.GetText(response);
            response.Dispose();
        }

        last.ShouldContain($"{{\"cost\":{{\"requested\":{requested},\"actual\":{actual},\"limit\":100000}}}}");
    }

    [Fact]
    public async Task What_failed_cost_what_it_took()
    {
        var request = new GraphQLRequest { Query = "{ two { fails { text } } }", Cost = CostReporting.Report };
        using var response = await engine.Engine.RespondAsync(request, engine);

        TestEngine.GetText(response)
            .ShouldEndWith("\"data\":{\"two\":null},\"extensions\":{\"cost\":{\"requested\":31,\"actual\":5,\"limit\":100000}}}");
    }
}
