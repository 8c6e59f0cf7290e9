using System.Globalization;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>
/// A document of the grammar over <see cref="Schema"/>: operations, fragments, variables, directives and values of all kinds. Most of
/// what it names is there and fits; how much does not is chosen for each document anew, and may be nothing.
/// </summary>
internal sealed class RandomDocument
{
    public const string Schema = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        directive @note(text: String, filter: Filter) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY | VARIABLE_DEFINITION
        type Query implements Node { me: Query! list(first: Int = 3): [Query!] nested: [[Node]] node: Node any: Any text: String! number: Int
          find(where: Filter, color: Color = RED, key: Key, ids: [ID!]): Query flag(on: Boolean! = true): Boolean }
        type Other implements Node { text: String! number: Int color: Color me: Query! }
        interface Node { text: String! number: Int me: Query! }
        union Any = Query | Other
        enum Color { RED GREEN }
        input Filter { text: String first: Int! = 1 and: [Filter!] not: Filter color: [Color] }
        input Key @oneOf { a: Int b: String }
        type Mutation { me: Query! text: String! }
        type Subscription { me: Query! text: String! }
        """;

    private const int MaxDepth = 4;

    private static readonly (string Type, string[] Fields)[] Composites =
    [
        ("Query", ["me", "list", "nested", "node", "any", "text", "number", "find", "flag"]),
        ("Other", ["text", "number", "color", "me"]),
        ("Node", ["text", "number", "me"]),
        ("Any", []),
    ];

    private static readonly Dictionary<string, string> FieldTypes = new()
    {
        ["me"] = "Query",
        ["list"] = "Query",
        ["nested"] = "Node",
        ["node"] = "Node",
        ["any"] = "Any",
        ["find"] = "Query",
    };

    private static readonly Dictionary<string, (string Name, string Type)[]> Arguments = new()
    {
        ["list"] = [("first", "Int")],
        ["find"] = [("where", "Filter"), ("color", "Color"), ("key", "Key"), ("ids", "[ID!]")],
        ["flag"] = [("on", "Boolean!")],
    };

    private static readonly string[] InputTypes =
        ["Int", "Int!", "String", "Boolean", "ID", "Color", "[Color]", "Filter", "[Filter!]", "Key", "[ID!]"];

    private readonly Random random;
    private readonly int mistakes;
    private readonly List<string> fragments = [];
    private readonly Dictionary<string, string> variables = [];

    /// <param name="mistakes">How many of a hundred choices are wrong; chosen by the seed where it is null.</param>
    public RandomDocument(int seed, int? mistakes = null)
    {
        random = new Random(seed);
        var chosen = random.Next(3) * random.Next(12);
        this.mistakes = mistakes ?? chosen;
        var operations = Enumerable.Range(0, random.Next(8) == 0 ? 2 : 1).Select(Operation).ToList();
        Text = string.Join("\n", operations.Concat(fragments));
    }

    public string Text { get; }

    private bool Errs => random.Next(100) < mistakes;

    private string Operation(int number)
    {
        variables.Clear();
        var kind = random.Next(8) switch { 0 => "mutation", 1 => "subscription", _ => "query" };
        var root = kind == "query" || Errs ? "Query" : "Root";
        var selections = root == "Query"
            ? Selections("Query", MaxDepth)
            : $"{{ {Pick("text", $"me {Selections("Query", MaxDepth - 1)}")} }}";
        var definitions = variables.Where(_ => !Errs)
            .Select(variable => $"${variable.Key}: {variable.Value}{Default(variable.Value)}{Directives("VARIABLE")}");
        var text = string.Join(", ", Errs ? definitions.Append("$unused: Wrong") : definitions);
        return $"{kind} O{(Errs ? 0 : number)}{(text.Length == 0 ? "" : $"({text})")} {selections}";
    }

    private string Default(string type) => type.EndsWith('!') || random.Next(3) > 0 ? "" : $" = {Value(type, 2, constant: true)}";

    private string Selections(string type, int depth)
    {
        var count = random.Next(1, 5);
        var selections = Enumerable.Range(0, count).Select(_ => random.Next(7) switch
        {
            0 when depth > 0 => Inline(type, depth),
            1 when depth > 0 => Spread(type, depth),
            _ => Field(type, depth),
        });
        return $"{{ {string.Join(" ", selections)} }}";
    }

    private string Field(string type, int depth)
    {
        var names = Composites.FirstOrDefault(composite => composite.Type == type).Fields ?? [];
        if (Errs) names = ["wrong", "text", "find", "__type", "__schema"];
        if (names.Length == 0) return "__typename";
        var name = names[random.Next(names.Length)];
        var isComposite = FieldTypes.TryGetValue(name, out var below);
        if (isComposite && depth == 0) return "__typename";
        var given = Arguments.GetValueOrDefault(name, []).Where(_ => random.Next(2) == 0).ToList();
        var arguments = string.Join(", ", given.Select(argument => $"{argument.Name}: {Value(argument.Type, 3)}"));
        if (Errs) arguments += " wrong: 1";
        // Fields with arguments have an alias of their own, so that most can be merged.
        var alias = given.Count > 0 && !Errs ? $"a{random.Next()}: " : Errs ? "text: " : "";
        var selections = isComposite != Errs ? $" {Selections(below ?? "Query", Math.Max(depth - 1, 0))}" : "";
        var directives = Directives(name is "list" or "nested" ? "LIST" : "FIELD");
        return $"{alias}{name}{(arguments.Length == 0 ? "" : $"({arguments})")}{directives}{selections}";
    }

    private string Inline(string type, int depth)
    {
        var condition = random.Next(3) == 0 ? null : Condition(type);
        return $"...{(condition is null ? "" : $" on {condition}")}{Directives("FRAGMENT")} {Selections(condition ?? type, depth - 1)}";
    }

    private string Spread(string type, int depth)
    {
        if (Errs) return $"...F{random.Next(fragments.Count + 2)}";
        var condition = Condition(type);
        var selections = Selections(condition, depth - 1);
        var name = $"F{fragments.Count}";
        fragments.Add($"fragment {name} on {(Errs ? "Color" : condition)}{(Errs ? " @note" : "")} {selections}");
        return $"...{name}{Directives("FRAGMENT")}";
    }

    private string Condition(string type) => type switch
    {
        _ when Errs => Pick("Wrong", "Other", "Query"),
        "Other" => Pick("Other", "Node", "Any"),
        "Query" => Pick("Query", "Node", "Any"),
        _ => Pick("Query", "Other", "Node", "Any"),
    };

    private string Directives(string spot) => random.Next(6) switch
    {
        _ when Errs => Pick(" @wrong", " @skip", " @defer(label: 1)", " @stream", " @include(if: 1)", " @skip(if: true) @skip(if: false)"),
        0 when spot != "VARIABLE" => $" @{Pick("skip", "include")}(if: {Value("Boolean!", 0)})",
        1 when spot == "FRAGMENT" => $" @defer(if: {Value("Boolean!", 0)}, label: \"l{random.Next()}\")",
        1 when spot == "LIST" => $" @stream(initialCount: {random.Next(4)}, label: \"l{random.Next()}\")",
        2 => $" @note(filter: {Value("Filter", 2, constant: spot == "VARIABLE")})",
        _ => "",
    };

    private string Value(string type, int depth, bool constant = false)
    {
        if (Errs) return Value(InputTypes[random.Next(InputTypes.Length)], depth, constant);
        if (!constant && random.Next(4) == 0)
        {
            var name = $"v{variables.Count}";
            variables[name] = type;
            return $"${name}";
        }
        if (!type.EndsWith('!') && (depth == 0 || random.Next(8) == 0)) return "null";
        if (type.StartsWith('['))
        {
            var item = type.TrimEnd('!')[1..^1];
            return $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Value(item, Math.Max(depth - 1, 0), constant)))}]";
        }
        return type.TrimEnd('!') switch
        {
            "Int" => random.Next(-5, 5).ToString(CultureInfo.InvariantCulture),
            "Boolean" => Pick("true", "false"),
            "Color" => Pick("RED", "GREEN"),
            "Key" => Pick("{ a: 1 }", "{ b: \"x\" }"),
            "Filter" when depth > 0 =>
                $"{{ first: 2 and: {Value("[Filter!]", depth - 1, constant)} not: {Value("Filter", depth - 1, constant)} }}",
            "Filter" => "{ first: 2 }",
            _ => Pick("\"x\"", "\"\"\"block \"\"\"", "\"\\u{1F600}\""),
        };
    }

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
