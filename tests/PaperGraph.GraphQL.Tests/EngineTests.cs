using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests;

public sealed class EngineTests
{
    private readonly TestEngine engine = new(
        "type Query { a: Int b(value: Fraction): Fraction } type Mutation { c: Int } scalar Fraction",
        bindings => bindings
            .Value("Query.a", (object _) => 1)
            .Value("Mutation.c", (object _) => 2)
            .Batch("Query.b", context => ValueTask.FromResult<IReadOnlyList<object?>>([context.Argument<Fraction>("value")]))
            .Scalar("Fraction",
                ScalarFormat.Text<Fraction>("a fraction such as \"1/2\"", Fraction.TryParse, fraction => fraction.ToString())));

    [Fact]
    public Task A_text_that_does_not_parse_is_refused_with_the_place() =>
        engine.AnswerAsync("{ a ").ShouldBeJson("""
            { "errors": [{
              "message": "Syntax Error: Expected Name, found <EOF>.",
              "locations": [{ "line": 1, "column": 5 }],
              "extensions": { "code": "GRAPHQL_PARSE_FAILED" }
            }] }
            """);

    [Fact]
    public Task A_document_that_breaks_a_rule_is_refused() =>
        engine.AnswerAsync("{ aa }").ShouldBeJson("""
            { "errors": [{
              "message": "Cannot query field \"aa\" on type \"Query\". Did you mean \"a\"?",
              "locations": [{ "line": 1, "column": 3 }],
              "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" }
            }] }
            """);

    [Theory]
    [InlineData("query A { a } query B { b }", "A", """{"data":{"a":1}}""")]
    [InlineData("query A { a } query B { b }", null,
        """{"errors":[{"message":"The document holds 2 operations: say by operationName which of them to execute.","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    [InlineData("query A { a }", "B",
        """{"errors":[{"message":"The document holds no operation named \"B\".","extensions":{"code":"OPERATION_RESOLUTION_FAILURE"}}]}""")]
    public async Task The_operation_is_the_one_that_is_named(string query, string? name, string answer) =>
        (await engine.AnswerAsync(query, operation: name)).ShouldBe(answer);

    [Fact]
    public async Task Where_mutations_are_not_wanted_they_are_refused()
    {
        using var response = await engine.Engine.RespondAsync(
            new GraphQLRequest { Query = "mutation { c }", NoMutations = true }, engine, CancellationToken.None);

        response.IsRequestError.ShouldBeTrue();
        var error = response.Errors.Single();
        (error.Code, error.Message).ShouldBe(("OPERATION_NOT_ALLOWED", "Mutations are not answered here."));
        (await engine.AnswerAsync("mutation { c }")).ShouldBe("""{"data":{"c":2}}""");
    }

    [Theory]
    [InlineData("[1]", "Variables must be a JSON object, not [1].")]
    [InlineData("7", "Variables must be a JSON object, not 7.")]
    public async Task Variables_are_an_object(string variables, string message) =>
        (await engine.AnswerAsync("{ a }", variables)).ShouldContain(message);

    [Fact]
    public async Task A_scalar_of_ones_own_is_read_and_written_by_its_format()
    {
        (await engine.AnswerAsync("""{ b(value: "2/4") }""")).ShouldBe("""{"data":{"b":"2/4"}}""");
        (await engine.AnswerAsync("query ($f: Fraction) { b(value: $f) }", """{ "f": "1/3" }""")).ShouldBe("""{"data":{"b":"1/3"}}""");
        (await engine.AnswerAsync("query ($f: Fraction) { b(value: $f) }", """{ "f": "half" }""")).ShouldContain(
            JsonEncodedText.Encode(
                "\"half\" is no Fraction; expected a fraction such as \"1/2\".",
                System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
    }

    [Fact]
    public async Task A_client_that_gives_up_ends_the_execution()
    {
        using var client = new CancellationTokenSource();
        var waiting = new TestEngine("type Query { a: Int }", bindings => bindings.Batch("Query.a", async context =>
        {
            await client.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return [1];
        }));

        await Should.ThrowAsync<OperationCanceledException>(
            waiting.Engine.ExecuteAsync(new GraphQLRequest { Query = "{ a }" }, waiting, client.Token));
    }

    private sealed record Fraction(int Over, int Under)
    {
        public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Fraction value)
        {
            var parts = text.Split('/');
            value = parts.Length == 2 && int.TryParse(parts[0], out var over) && int.TryParse(parts[1], out var under)
                ? new Fraction(over, under)
                : null;
            return value is not null;
        }

        public override string ToString() => $"{Over}/{Under}";
    }
}
