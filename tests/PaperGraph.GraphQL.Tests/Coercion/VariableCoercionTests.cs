using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Coercion;

public sealed class VariableCoercionTests
{
    private readonly TestEngine engine = new(
        """
        type Query {
          int(value: Int): String float(value: Float): String text(value: String): String flag(value: Boolean): String
          id(value: ID): String date(value: Date): String url(value: URL): String
          color(value: Color): String colors(value: [Color!]): String numbers(value: [Int]): String
          filter(value: Filter): String key(value: Key): String must(value: Int! = 4): String
        }
        scalar Date scalar URL
        enum Color { RED LIGHT_BLUE }
        input Filter { text: String! = "all" first: Int and: [Filter!] color: Color }
        input Key @oneOf { id: ID slug: String }
        """,
        bindings =>
        {
            bindings.Enum<Color>("Color").Input<Filter>("Filter").Input<Key>("Key")
                .Scalar("Date", TestScalars.Date).Scalar("URL", TestScalars.Url);
            foreach (var field in "int float text flag id date url color colors numbers filter key must".Split(' '))
            {
                bindings.Batch($"Query.{field}", context => ValueTask.FromResult<IReadOnlyList<object?>>(
                    [context.Has("value") ? Describe(context.Argument<object?>("value")) : "absent"]));
            }
        });

    [Theory]
    [InlineData("int", "Int", "3", "3")]
    [InlineData("int", "Int", "3.0", "3")]
    [InlineData("int", "Int", "null", "null")]
    [InlineData("float", "Float", "3", "3")]
    [InlineData("float", "Float", "1e3", "1000")]
    [InlineData("text", "String", "\"a\"", "a")]
    [InlineData("flag", "Boolean", "true", "True")]
    [InlineData("id", "ID", "7", "7")]
    [InlineData("id", "ID", "\"x\"", "x")]
    [InlineData("date", "Date", "\"2025-06-18\"", "06/18/2025")]
    [InlineData("url", "URL", "\"https://example.org/a\"", "https://example.org/a")]
    [InlineData("color", "Color", "\"LIGHT_BLUE\"", "LightBlue")]
    [InlineData("colors", "[Color!]", "\"RED\"", "Color[Red]")]
    [InlineData("numbers", "[Int]", "[1, null]", "Nullable`1[1, null]")]
    [InlineData("filter", "Filter", "{}", "{ text: all, first: null, and: null, color: null }")]
    [InlineData("filter", "Filter", "{ \"first\": null, \"and\": { \"text\": \"x\", \"first\": 2 } }",
        "{ text: all, first: null, and: Filter[{ text: x, first: 2, and: null, color: null }], color: null }")]
    [InlineData("key", "Key", "{ \"slug\": \"a\" }", "Key { Id = , Slug = a }")]
    public async Task Values_become_those_of_their_types(string field, string type, string value, string seen)
    {
        var answer = await engine.AnswerAsync($"query ($v: {type}) {{ {field}(value: $v) }}", $"{{ \"v\": {value} }}");

        answer.ShouldBe($"{{\"data\":{{\"{field}\":\"{seen}\"}}}}");
    }

    [Theory]
    [InlineData("Int", "\"x\"", "Variable \"$v\": \"x\" is no Int; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("Int", "2147483648", "Variable \"$v\": 2147483648 is no Int; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("Int", "1.5", "Variable \"$v\": 1.5 is no Int; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("Int!", "null", "Variable \"$v\": must not be null; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("Float", "1e999", "Variable \"$v\": 1e999 is no Float; expected a finite number.")]
    [InlineData("String", "5", "Variable \"$v\": 5 is no String; expected a string.")]
    [InlineData("Boolean", "1", "Variable \"$v\": 1 is no Boolean; expected true or false.")]
    [InlineData("ID", "1.5", "Variable \"$v\": 1.5 is no ID; expected a string or a whole number.")]
    [InlineData("Date", "\"2025-02-30\"", "Variable \"$v\": \"2025-02-30\" is no Date; expected a date such as \"2025-06-18\".")]
    [InlineData("URL", "\"/here\"", "Variable \"$v\": \"/here\" is no URL; expected an absolute URL such as \"https://example.org/\".")]
    [InlineData("Color", "\"Red\"", "Variable \"$v\": \"Red\" is no Color; expected one of RED, LIGHT_BLUE.")]
    [InlineData("[Color!]", "[\"RED\", null]", "Variable \"$v\" at \"[1]\": must not be null; expected one of RED, LIGHT_BLUE.")]
    [InlineData("Filter", "{ \"and\": [{ \"first\": [] }] }",
        "Variable \"$v\" at \"and[0].first\": [] is no Int; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("Filter", "{ \"size\": 1 }", "Variable \"$v\": Filter has no field \"size\"; it has text, first, and, color.")]
    [InlineData("Filter", "7", "Variable \"$v\": 7 is no Filter; expected an object of type Filter.")]
    [InlineData("String", "\"\\ud83d\"", "Variable \"$v\": holds a string that is no text: half of a surrogate pair stands alone.")]
    [InlineData("Filter", "{ \"\\ud83d\": 1 }", "Variable \"$v\": holds a string that is no text: half of a surrogate pair stands alone.")]
    [InlineData("Key", "{}", "Variable \"$v\": Key takes exactly one of its fields, with a value that is not null; found 0.")]
    [InlineData("Key", "{ \"id\": null }", "Variable \"$v\": Key takes exactly one of its fields, with a value that is not null; found 1.")]
    [InlineData("Key", "{ \"id\": 1, \"slug\": \"a\" }",
        "Variable \"$v\": Key takes exactly one of its fields, with a value that is not null; found 2.")]
    public async Task Values_that_do_not_fit_are_told_with_path_value_and_expectation(string type, string value, string message)
    {
        var field = type.Trim('[', ']', '!') switch
        {
            "Boolean" => "flag",
            "String" => "text",
            var name when type[0] == '[' => $"{name.ToLowerInvariant()}s",
            var name => name.ToLowerInvariant(),
        };

        var answer = await engine.AnswerAsync($"query ($v: {type}) {{ {field}(value: $v) }}", $"{{ \"v\": {value} }}");

        Json.Lay(answer).ShouldBe(Json.Lay($$"""
            { "errors": [{
              "message": {{System.Text.Json.JsonSerializer.Serialize(message)}},
              "locations": [{ "line": 1, "column": 8 }],
              "extensions": { "code": "BAD_USER_INPUT" }
            }] }
            """));
    }

    [Fact]
    public async Task A_variable_that_is_not_given_leaves_the_argument_to_its_default()
    {
        (await engine.AnswerAsync("query ($v: Int!) { int(value: $v) }")).ShouldContain("Variable \\\"$v\\\" is missing");
        (await engine.AnswerAsync("query ($v: Int) { int(value: $v) }")).ShouldBe("""{"data":{"int":"absent"}}""");
        (await engine.AnswerAsync("query ($v: Int = 5) { int(value: $v) }")).ShouldBe("""{"data":{"int":"5"}}""");
        (await engine.AnswerAsync("query ($v: Int = 5) { int(value: $v) }", """{ "v": null }""")).ShouldBe("""{"data":{"int":"null"}}""");
        (await engine.AnswerAsync("query ($v: Int) { must(value: $v) }")).ShouldBe("""{"data":{"must":"4"}}""");
    }

    [Fact]
    public async Task Null_for_an_argument_that_takes_none_fails_its_field() =>
        (await engine.AnswerAsync("query ($v: Int) { must(value: $v) int(value: 1) }", """{ "v": null }""")).ShouldContain(
            "Query.must: Argument \\\"value\\\": $v must not be null here; expected a whole number");

    [Theory]
    [InlineData("int(value: 3)", "3")]
    [InlineData("colors(value: RED)", "Color[Red]")]
    [InlineData("colors(value: [RED, LIGHT_BLUE])", "Color[Red, LightBlue]")]
    [InlineData("numbers(value: [1, $n, 3])", "Nullable`1[1, null, 3]")]
    [InlineData("filter(value: { text: $t, first: $n })", "{ text: all, first: null, and: null, color: null }")]
    [InlineData("key(value: { id: 3 })", "Key { Id = 3, Slug =  }")]
    [InlineData("must", "4")]
    public async Task Literals_are_coerced_as_variables_are(string field, string seen)
    {
        var definitions = field.Contains("$t", StringComparison.Ordinal) ? "($n: Int, $t: String)"
            : field.Contains("$n", StringComparison.Ordinal) ? "($n: Int)"
            : "";

        var answer = await engine.AnswerAsync($"query{definitions} {{ {field} }}");

        answer.ShouldEndWith($":\"{seen}\"}}}}");
    }

    [Fact]
    public async Task Values_nested_deeper_than_the_limit_are_refused()
    {
        const int Levels = 50_000;
        var nested = string.Concat(Enumerable.Repeat("{\"and\":", Levels)) + "{}" + new string('}', Levels);

        var answer = await engine.AnswerAsync("query ($v: Filter) { filter(value: $v) }", $"{{ \"v\": {nested} }}");

        answer.ShouldContain("is nested more than 64 levels deep, which is the limit MaxInputDepth.");
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        Array items => $"{items.GetType().GetElementType()!.Name}[{string.Join(", ", items.Cast<object?>().Select(Describe))}]",
        Filter filter => $"{{ text: {filter.Text}, first: {Describe(filter.First)}, "
            + $"and: {Describe(filter.And)}, color: {Describe(filter.Color)} }}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };

    private enum Color
    {
        Red,
        LightBlue,
    }

    private sealed record Filter(string Text, int? First, IReadOnlyList<Filter>? And, Color? Color);

    private sealed record Key(string? Id, string? Slug);
}
