using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests;

/// <summary>Whatever is asked, and with whatever variables: it is answered or refused, and nothing unexpected happens.</summary>
public sealed class EngineFuzzTests
{
    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "$", "!", "=", "@", "...", "|", "&", "query", "mutation", "subscription", "fragment", "on",
        "Query", "Filter", "Color", "Int", "me", "list", "find", "text", "where", "and", "first", "color", "key", "when", "__typename",
        "__schema", "__type", "name", "a", "$a", "$b", "F", "skip", "include", "defer", "stream", "if", "initialCount", "true", "false",
        "null", "RED", "1", "-1.5e3", "99999999999", "\"x\"", "\"\"\"x\"\"\"", "\"\\u{1F600}\"", "\"open", "#", "\n", ",",
    ];

    private static readonly string[] Types =
    [
        "Int", "Int!", "Float", "String", "Boolean", "ID", "Color", "[Color!]", "[[Int!]]!", "Filter", "[Filter]", "Key", "Date", "URL",
    ];

    private readonly TestEngine engine = new(
        $$"""
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query {
          me: Query list: [Query!] text: String! find(where: Filter, color: Color = RED, key: Key, when: Date): Query
          {{string.Join(" ", Types.Select((type, index) => $"take{index}(value: {type}): Query"))}}
        }
        enum Color { RED GREEN }
        input Filter { text: String first: Int! = 1 and: [Filter!] not: Filter color: [Color] }
        input Key @oneOf { a: Int b: String }
        scalar Date scalar URL
        """,
        bindings =>
        {
            for (var i = 0; i < Types.Length; i++) bindings.Data($"Query.take{i}", _ => DataRequest.Nulls);
            bindings.Value("Query.me", (object parent) => parent)
            .Value("Query.list", (object parent) => new[] { parent, null, parent })
            .Value<object, string?>("Query.text", _ => "text")
            .Data("Query.find", _ => new InMemoryRequest("find", parent => parent))
            .Scalar("Date", TestScalars.Date).Scalar("URL", TestScalars.Url);
        });

    [Fact]
    public void Any_text_is_answered_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var text = string.Join(" ", Enumerable.Range(0, random.Next(40)).Select(_ => Words[random.Next(Words.Length)]));
            Ask(random.Next(3) == 0 ? text : $"{{ {text} }}", "{}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(1_000_000));

    [Fact]
    public void Any_variables_are_taken_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var type = random.Next(Types.Length);
            Ask($"query ($a: {Types[type]}) {{ take{type}(value: $a) {{ text }} }}", $"{{ \"\\ud83d\": 1, \"a\": {MakeJson(random, 4)} }}");
            Ask("query ($a: Filter, $b: [Filter!]) { find(where: { and: $b, not: $a }) { text } }",
                $"{{ \"a\": {MakeJson(random, 4)}, \"b\": {MakeJson(random, 3)} }}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(1_000_000));

    [Fact]
    public void Any_document_is_found_valid_or_not_and_what_is_valid_is_executed()
    {
        var answering = new TestEngine(RandomDocument.Schema, bindings => bindings
            .Value("Query.me", (object parent) => parent).Value("Other.me", (object parent) => parent)
            .Value("Mutation.me", (object parent) => parent).Value("Mutation.text", (object _) => "text")
            .Stream("Subscription.me", _ => Twice("event")).Stream("Subscription.text", _ => Twice("text"))
            .Value("Query.list", (object parent) => new[] { parent, parent })
            .Value("Query.nested", (object parent) => new[] { null, new[] { parent, "other", null } })
            .Data("Query.node", _ => new InMemoryRequest("node", _ => "other"))
            .Batch("Query.any", context => new ValueTask<IReadOnlyList<object?>>([.. context.Parents]))
            .Data("Query.find", _ => new InMemoryRequest("find", parent => parent))
            .Value("Query.text", (object _) => "text").Value("Other.text", (object _) => "text")
            .Value("Query.number", (object _) => 1).Value("Other.number", (object _) => (int?)null)
            .Value("Query.flag", (object _) => true).Value("Other.color", (object _) => "RED")
            .Abstract("Node", value => value is "other" ? "Other" : "Query")
            .Abstract("Any", value => value is "other" ? "Other" : "Query"));
        var (valid, refused) = (0, 0);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var document = new RandomDocument(seed).Text;
            var errors = Validator.Validate(answering.Engine.Schema, Parser.Parse(document));
            if (errors.Count == 0) valid++;
            else refused++;
            errors.ShouldAllBe(error => error.Message.Length > 0 && !error.Locations.IsDefault, document);
            Ask(document, "{}", answering);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(1_000_000));

        (valid > 100 && refused > 100).ShouldBeTrue($"{valid} documents were valid and {refused} were not");
    }

    [Fact]
    public void Variables_of_any_size_used_any_number_of_times_are_made_within_the_limit_or_refused()
    {
        var made = 0;
        var sizing = new TestEngine(
            "type Query { find(where: Filter, all: [Filter]): Int } input Filter { ids: [Int] not: Filter and: [Filter] }",
            bindings => bindings.Batch("Query.find", context =>
            {
                made += SizeOf(context.Argument<object?>("where")) + SizeOf(context.Argument<object?>("all"));
                return new ValueTask<IReadOnlyList<object?>>([1]);
            }),
            new EngineLimits { MaxInputValues = 500 });
        var (answered, refused) = (0, 0);

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            made = 0;
            var random = new Random(seed);
            var (json, size) = MakeFilter(random, 3);
            var (uses, written) = (0, 0);
            var fields = string.Join(
                " ", Enumerable.Range(0, random.Next(1, 5)).Select(field => $"f{field}: find({MakeUses(random, ref uses, ref written)})"));
            var answer = sizing.AnswerAsync($"query ($f: Filter) {{ {fields} find(where: $f) }}", $"{{ \"f\": {json} }}").GetAwaiter()
                .GetResult();

            var values = ((uses + 1) * size) + written;
            answer.ShouldStartWith(values <= 500 ? "{\"data\":" : "{\"errors\":", customMessage: $"{values} {fields} {json}");
            if (values <= 500) answered++;
            else refused++;
            made.ShouldBe(values <= 500 ? values : 0, $"{fields} {json}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(1_000_000));

        (answered > 100 && refused > 50).ShouldBeTrue($"{answered} were answered and {refused} refused");
    }

    /// <summary>Values of an argument: leaves, lists and objects, as often as they stand in it.</summary>
    private static int SizeOf(object? value) => value switch
    {
        null => 0,
        IReadOnlyDictionary<string, object?> fields => 1 + fields.Values.Sum(SizeOf),
        System.Collections.IEnumerable items => 1 + items.Cast<object?>().Sum(SizeOf),
        _ => 1,
    };

    /// <summary>A value of Filter in JSON, and how many values it holds.</summary>
    private static (string Json, int Size) MakeFilter(Random random, int depth)
    {
        var ids = random.Next(3) == 0 ? random.Next(150) : random.Next(5);
        var (json, size) = ($"\"ids\": [{string.Join(",", Enumerable.Repeat("7", ids))}]", 2 + ids);
        if (depth == 0 || random.Next(2) == 0) return ($"{{ {json} }}", size);
        var inner = Enumerable.Range(0, random.Next(4)).Select(_ => MakeFilter(random, depth - 1)).ToList();
        return ($"{{ {json}, \"and\": [{string.Join(",", inner.Select(item => item.Json))}] }}", size + 1 + inner.Sum(item => item.Size));
    }

    /// <summary>Arguments of find that use the variable $f, counting that and the values around it.</summary>
    private static string MakeUses(Random random, ref int uses, ref int written)
    {
        var times = random.Next(8);
        uses += times + 1;
        written += 3;
        return $"all: [{string.Join(" ", Enumerable.Repeat("$f", times))} {{ not: $f }}] where: {{ }}";
    }

    private static async IAsyncEnumerable<object?> Twice(object value)
    {
        yield return value;
        await Task.Yield();
        yield return value;
    }

    private void Ask(string query, string variables, TestEngine? other = null)
    {
        var engine = other ?? this.engine;
        using var json = System.Text.Json.JsonDocument.Parse(variables);
        var request = new GraphQLRequest { Query = query, Variables = json.RootElement };
        foreach (var response in engine.Engine.StreamAsync(request, engine).ToBlockingEnumerable())
        {
            using (response) TestEngine.GetText(response).ShouldStartWith("{");
        }
        engine.Unexpected.ShouldBeEmpty($"{query}\n{variables}");
    }

    private static string MakeJson(Random random, int depth)
    {
        string[] names = ["text", "first", "and", "not", "color", "a", "b", "", "é", "\\ud83d", "\\u0061"];
        string[] leaves =
        [
            "null", "true", "1", "-0", "1e400", "1.5", "123456789012345678901234567890", "\"\"", "\"RED\"", "\"2025-02-29\"",
            "\"2024-02-29T00:00:00z\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"https://example.org\"",
        ];
        return random.Next(depth > 0 ? 4 : 2) switch
        {
            2 => $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => MakeJson(random, depth - 1)))}]",
            3 => $"{{ {string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => string.Create(
                CultureInfo.InvariantCulture, $"\"{names[random.Next(names.Length)]}\": {MakeJson(random, depth - 1)}")))} }}",
            _ => leaves[random.Next(leaves.Length)],
        };
    }
}
