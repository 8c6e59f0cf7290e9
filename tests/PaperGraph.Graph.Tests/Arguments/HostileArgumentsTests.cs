using System.Text;
using System.Text.Json;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests.Arguments;

/// <summary>
/// Whatever stands in whatever argument of schema.graphql: it is answered or refused, and nothing unexpected happens. (What does is an
/// INTERNAL_ERROR, and <see cref="GraphDatabase.ExecuteAsync"/> fails.)
/// </summary>
public sealed class HostileArgumentsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private const int Requests = 300;

    private static readonly Schema Schema = PaperGraphSchema.Build();

    /// <summary>All fields with arguments, of the query and of what has an id.</summary>
    private static readonly IReadOnlyList<(ObjectType Type, Field Field)> Fields =
    [
        .. Schema.Types.OfType<ObjectType>()
            .Where(type => type == Schema.QueryType || type.Interfaces.Contains("Node"))
            .SelectMany(type => type.Fields.Where(field => field.Arguments.Count > 0).Select(field => (type, field))),
    ];

    /// <summary>U+E000 and four digits stand for half of a surrogate pair.</summary>
    private static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\ue000d800", "\ue000dc00x", "\uffff", "'", "\"", "\\", "%", "_", "-", "- - -", "!!", "a & b | !c", "\"",
        "\"\"\"", "a or", "or or or", "(a", "a:*", "a <-> b", "$1", "null", "NaN", "Infinity", "-1", "99999999999999999999", "../..",
        "https://", "https://github.com/", "https://github.com/a/b", "10.48550/arXiv.", "arXiv:", "2402.00001", "math.GT/0309136",
        "UGFwZXI6MQ", "UGFwZXI6LTE", "WyJpZCIsIjEiXQ", "4000-01-01", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z", "GRPO", "learning", "Ada Lovelace", "acme", "github.com/acme/group", "é", "😀", "ﬁ",
    ];

    [Fact]
    public Task Any_value_in_any_argument_is_answered_or_refused() =>
        RandomSeeds.CheckAsync(Requests, seed => AskAsync(new Random(seed)));

    public static TheoryData<string> TextArguments { get; } = [.. Fields.SelectMany(
        field => field.Field.Arguments.SelectMany(argument => PathsToTexts(argument.Type, argument.Name, 2))
            .Select(path => $"{field.Type.Name} {field.Field.Name} {path}"))];

    [Theory]
    [MemberData(nameof(TextArguments))]
    public async Task No_text_may_hold_what_PostgreSQL_cannot(string argument)
    {
        var words = argument.Split(' ');
        var (type, path) = ((ObjectType)Schema.Types.Find(words[0])!, words[2]);
        foreach (var text in new[] { "a\0b", "\ue000d800", "https://github.com/a/b\0" })
        {
            var value = ValueAt(path, text);
            var field = type.Fields.Find(words[1])!;
            var given = field.Arguments.Where(other => other.IsRequired)
                .ToDictionary(other => other.Name, other => Value(new Random(1), other.Type, 1));
            given[path.Split('.', '[')[0]] = value;
            var answer = await AskAsync(type, field, given);
            // An id or a cursor is looked at by the program alone, which finds nothing.
            if (!answer.TryGetProperty("errors", out var errors)) path.ShouldBeOneOf("id", "ids[]", "by.id", "where.import");
            else errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT", answer.ToString());
        }
    }

    private async Task AskAsync(Random random)
    {
        var (type, field) = Pick(random, Fields);
        await AskAsync(type, field, field.Arguments
            .Where(argument => argument.Type is NonNullType || random.Next(2) == 0)
            .ToDictionary(argument => argument.Name, argument => Value(random, argument.Type, 4)));
    }

    private async Task<JsonElement> AskAsync(ObjectType type, Field field, Dictionary<string, object?> arguments)
    {
        var variables = string.Join(", ", arguments.Keys.Select(argument => $"${argument}: {field.Arguments.Find(argument)!.Type}"));
        var given = string.Join(", ", arguments.Keys.Select(argument => $"{argument}: ${argument}"));
        var asked = $"{field.Name}({given}) {{ {Selection((ObjectOrInterfaceType)field.Type.Named)} }}";
        if (type != Schema.QueryType) asked = $"node(id: \"{new NodeId(type.Name, 1)}\") {{ ... on {type.Name} {{ {asked} }} }}";
        return await graph.ExecuteAsync($"query({variables}) {{ {asked} }}", JsonOf(arguments));
    }

    /// <summary>The ids of nodes; of all else what it holds itself, and what the objects in it hold.</summary>
    private static string Selection(ObjectOrInterfaceType type, bool isInside = false)
    {
        if (type.Fields.Find("id") is not null) return "id";
        var fields = from field in type.Fields
                     let inner = field.Type.Named as ObjectOrInterfaceType
                     where inner is null || inner.Fields.Find("id") is not null || !isInside
                     where field.Name != "edges"
                     select inner is null ? field.Name : $"{field.Name} {{ {Selection(inner, isInside: true)} }}";
        return string.Join(' ', fields);
    }

    /// <summary>JSON in which halves of surrogate pairs stand as escapes: no serializer writes them.</summary>
    private static JsonElement JsonOf(Dictionary<string, object?> arguments) =>
        JsonDocument.Parse(JsonSerializer.Serialize(arguments).Replace("\\uE000", "\\u", StringComparison.Ordinal)).RootElement;

    private static object? Value(Random random, GraphQLType type, int depth)
    {
        if (type is NonNullType required) return Value(random, required.Nullable, depth) ?? Value(random, type, depth);
        if (random.Next(8) == 0) return null;
        return type switch
        {
            ListType list =>
                Enumerable.Range(0, random.Next(12) == 0 ? 300 : random.Next(4)).Select(_ => Value(random, list.ItemType, depth - 1))
                    .ToList(),
            InputObjectType { IsOneOf: true } input when Pick(random, [.. input.Fields]) is var field =>
                new Dictionary<string, object?> { [field.Name] = Value(random, field.Type, 0) ?? Text(random) },
            InputObjectType input => input.Fields
                .Where(field =>
                    field.Type is NonNullType || (random.Next(4) == 0 && (depth > 0 || field.Type.Named is not InputObjectType)))
                .ToDictionary(field => field.Name, field => Value(random, field.Type, depth - 1)),
            EnumType choice => Pick(random, [.. choice.Values]).Name,
            ScalarType { Name: "Int" } => Pick(random, [0, 1, 2, 20, 100, 101, -1, int.MaxValue, int.MinValue]),
            ScalarType { Name: "Float" } => Pick(random, [0, 0.5, -1, double.MaxValue, double.Epsilon]),
            ScalarType { Name: "Boolean" } => random.Next(2) == 0,
            _ => Text(random),
        };
    }

    private static string Text(Random random) => random.Next(10) switch
    {
        0 => string.Concat(Enumerable.Repeat(Pick(random, Texts), random.Next(3000))),
        1 => string.Join(' ', Enumerable.Range(0, random.Next(60)).Select(_ => Pick(random, Texts))),
        2 => Cursor(random),
        _ => Pick(random, Texts),
    };

    /// <summary>A forged cursor: the right names of terms with wrong values.</summary>
    private static string Cursor(Random random)
    {
        var order = Pick(random, ["published- id-", "papers- id-", "title id", "name id", "position id", "published- title id"]);
        var values = order.Split(' ').Select(_ => random.Next(3) == 0 ? null : Pick(random, Texts));
        var json = JsonSerializer.Serialize(values.Prepend(order));
        if (random.Next(4) == 0) json = json.Replace("\"\"", "\"\\ud800\"", StringComparison.Ordinal);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>Where texts stand in a value of a type, as in <c>where.concepts.any[]</c>.</summary>
    private static IEnumerable<string> PathsToTexts(GraphQLType type, string path, int depth) => type switch
    {
        NonNullType required => PathsToTexts(required.Nullable, path, depth),
        ListType list => PathsToTexts(list.ItemType, $"{path}[]", depth),
        InputObjectType input when depth > 0 =>
            input.Fields.SelectMany(field => PathsToTexts(field.Type, $"{path}.{field.Name}", depth - 1)),
        ScalarType { Name: not ("Int" or "Boolean" or "Float" or "Date" or "DateTime") } => [path],
        _ => [],
    };

    /// <summary>The value of the argument with <paramref name="text"/> at the path and nothing else.</summary>
    private static object ValueAt(string path, string text)
    {
        var rest = path.AsSpan(path.AsSpan().IndexOfAny('.', '[') is var end and >= 0 ? end : path.Length);
        if (rest.IsEmpty) return text;
        if (rest.StartsWith("[]")) return new[] { ValueAt($"_{rest[2..]}", text) };
        var name = rest[1..];
        var next = name.IndexOfAny('.', '[');
        return new Dictionary<string, object> { [(next < 0 ? name : name[..next]).ToString()] = ValueAt(name.ToString(), text) };
    }
}
