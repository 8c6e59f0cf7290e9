using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

/// <summary>
/// What is nested, chained or repeated by the ten thousand is refused or answered, and is no danger to the stack: here that of a thread
/// with a third of the usual.
/// </summary>
public sealed class HostileRequestsTests
{
    private const int Many = 50_000;

    private readonly TestEngine engine = new(
        "type Query { me: Query text(a: [Int], b: Filter): String } input Filter { not: Filter all: [Filter!] }",
        bindings => bindings.Value("Query.me", (object parent) => parent).Value("Query.text", (object _) => "text"),
        new EngineLimits { MaxTokens = int.MaxValue, MaxDocumentLength = int.MaxValue, MaxInputValues = 2 * Many });

    public static TheoryData<string, string, string> Documents { get; } = new()
    {
        { "selections", "DOCUMENT_TOO_DEEP", $"{Repeat("{ me ")}{{ text }}{Repeat("}")}" },
        { "inline fragments", "DOCUMENT_TOO_DEEP", $"{Repeat("{ ... ")}{{ text }}{Repeat("}")}" },
        { "list literals", "DOCUMENT_TOO_DEEP", $"{{ text(a: {Repeat("[")}{Repeat("]")}) }}" },
        { "object literals", "DOCUMENT_TOO_DEEP", $"{{ text(b: {Repeat("{not: ")}null{Repeat("}")}) }}" },
        { "defaults", "DOCUMENT_TOO_DEEP", $"query ($a: [Int] = {Repeat("[")}{Repeat("]")}) {{ text(a: $a) }}" },
        { "types", "DOCUMENT_TOO_DEEP", $"query ($a: {Repeat("[")}Int{Repeat("]")}) {{ text(a: $a) }}" },
        { "fragments in a chain", "", $"{{ ...F0 }} {Fragments("...F{0}")} fragment F{Many} on Query {{ text }}" },
        { "fragments in a chain of fields", "DEPTH_LIMIT",
            $"{{ ...F0 }} {Fragments("me { ...F{0} }")} fragment F{Many} on Query {{ text }}" },
        { "fragments in a circle", "GRAPHQL_VALIDATION_FAILED",
            $"{{ ...F0 }} {Fragments("...F{0}")} fragment F{Many} on Query {{ ...F0 }}" },
        { "fragments in doubling circles", "GRAPHQL_VALIDATION_FAILED",
            $"{{ ...F0 }} {Fragments("...F{0} ...F0")} fragment F{Many} on Query {{ ...F0 }}" },
        { "unknown fields", "GRAPHQL_VALIDATION_FAILED", $"{{ {Numbered("wrong{0}")} }}" },
        { "the same field", "FIELD_LIMIT", $"{{ {Repeat("text ")} }}" },
        { "aliases", "ALIAS_LIMIT", $"{{ {Numbered("a{0}: text")} }}" },
        { "colliding aliases", "GRAPHQL_VALIDATION_FAILED", $"{{ {Numbered("a: text(a: [{0}])")} }}" },
        { "directives", "GRAPHQL_VALIDATION_FAILED", $"{{ text {Repeat("@skip(if: false) ")} }}" },
        { "arguments", "GRAPHQL_VALIDATION_FAILED", $"{{ text({Numbered("a{0}: 1")}) }}" },
        { "variables", "GRAPHQL_VALIDATION_FAILED", $"query ({Numbered("$a{0}: Int")}) {{ text }}" },
        { "operations", "OPERATION_RESOLUTION_FAILURE", Numbered("query Q{0} {{ text }}") },
        { "open braces", "GRAPHQL_PARSE_FAILED", Repeat("{") },
        { "a comment", "GRAPHQL_PARSE_FAILED", $"#{Repeat("#")}" },
        { "a string", "GRAPHQL_PARSE_FAILED", $"\"{Repeat("\\u0041")}" },
        { "a block string", "GRAPHQL_PARSE_FAILED", $"\"\"\"{Repeat("\\\"\"\"\n ")}" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_of_too_much_of_anything_is_refused_or_answered(string what, string code, string document)
    {
        var answer = Answer(document, "{}");

        answer.ShouldStartWith(code.Length == 0 ? """{"data":{"text":"text"}}""" : """{"errors":[{"message":""", customMessage: what);
        answer.ShouldContain(code);
        answer.Length.ShouldBeLessThan(100_000, "a refusal is not much longer than it needs to be");
    }

    [Theory]
    [InlineData(Many, "{\"not\":", "}")]
    [InlineData(Many / 2, "{\"all\":[", "]}")]
    public void Variables_nested_too_deep_are_refused(int times, string open, string close) =>
        Answer("query ($a: Filter) { text(b: $a) }", $"{{\"a\":{Repeat(open, times)}null{Repeat(close, times)}}}")
            .ShouldContain("INPUT_DEPTH_LIMIT");

    [Fact]
    public void Variables_that_no_one_asks_for_are_not_looked_at() =>
        Answer("{ text }", $"{{\"a\":{Repeat("[")}{Repeat("]")}}}").ShouldBe("""{"data":{"text":"text"}}""");

    [Fact]
    public void A_variable_with_too_many_faults_lists_the_first() =>
        Answer("query ($a: [Int], $b: [Int]) { text(a: $a) other: text(a: $b) }", $"{{\"a\":[{Numbered("\"{0}\",")}0],\"b\":[\"c\"]}}")
            .ShouldEndWith("""{"message":"More errors are left out: the limit MaxErrors is 100.","extensions":{"code":"ERROR_LIMIT"}}]}""");

    [Theory]
    [InlineData("types", "type Query { a: {0}Int{1} }", "[", "]")]
    [InlineData("defaults", "type Query { a(b: [Int] = {0}{1}): Int }", "[", "]")]
    [InlineData("directives", "type Query @a(b: {0}1{1}) { a: Int }", "{b:", "}")]
    public void A_schema_nested_too_deep_is_refused(string what, string text, string open, string close) =>
        OnSmallStack(
            () => Should.Throw<SyntaxException>(() => Parser.Parse(text.Replace("{0}", Repeat(open)).Replace("{1}", Repeat(close))))
            .Message).ShouldContain("MaxSyntaxDepth", customMessage: what);

    [Theory]
    [InlineData("interface I{0} implements I{1} {{ a: Int }}")]
    [InlineData("input I{0} {{ a: I{1}! }}")]
    [InlineData("type I{0} {{ a: I{1}! }}")]
    public void A_schema_of_types_in_a_chain_is_read_and_printed(string definition)
    {
        const int Types = 5_000;
        var types = Enumerable.Range(0, Types).Select(number => string.Format(null, definition, number, (number + 1) % Types));

        OnSmallStack(() =>
        {
            var document = Parser.Parse($"type Query {{ a: Int }} {string.Join(" ", types)}");
            Printer.Print(document).Length.ShouldBeGreaterThan(Types);
            return Should.Throw<SchemaException>(() => SchemaBuilder.Build(document, new FieldBindings())).Problems.Count.ToString();
        }).ShouldNotBe("0");
    }

    private string Answer(string document, string variables) => OnSmallStack(() =>
    {
        using var json = JsonDocument.Parse(variables, new JsonDocumentOptions { MaxDepth = 4 * Many });
        var request = new GraphQLRequest { Query = document, Variables = json.RootElement };
        using var response = engine.Engine.RespondAsync(request, engine).GetAwaiter().GetResult();
        engine.Unexpected.ShouldBeEmpty();
        return TestEngine.GetText(response);
    });

    private static string OnSmallStack(Func<string> work)
    {
        var (result, failure) = ("", default(Exception));
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException(failure.Message, failure);
        return result;
    }

    private static string Repeat(string text, int times = Many) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbered(string format) =>
        string.Join(' ', Enumerable.Range(0, Many).Select(number => string.Format(null, format, number)));

    private static string Fragments(string body) => string.Join(
        ' ', Enumerable.Range(0, Many).Select(number => $"fragment F{number} on Query {{ {body.Replace("{0}", $"{number + 1}")} }}"));
}
