using System.Globalization;
using System.Text;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>A valid document over a random schema, and variables for it.</summary>
internal sealed class RandomQuery
{
    private const int Depth = 5;
    private const int Conditions = 3;

    private readonly RandomSchema schema;
    private readonly Random random;
    private readonly bool defers;
    private readonly List<string> fragments = [];
    private int fields;

    public RandomQuery(RandomSchema schema, Random random, bool defers = false)
    {
        this.schema = schema;
        this.random = random;
        this.defers = defers;
        var selections = Selections("Query", Depth);
        var body = $"{selections}\n{string.Join("\n", fragments)}";
        var variables = Enumerable.Range(0, Conditions).Select(number => $"$b{number}: Boolean!").Append("$n: Int").Append("$m: Int = 7")
            .Where(definition => body.Contains(definition.Split(':')[0], StringComparison.Ordinal))
            .ToList();
        Text = $"query {(variables.Count == 0 ? "" : $"({string.Join(", ", variables)}) ")}{body}";
        Variables = MakeVariables();
    }

    public string Text { get; }

    public string Variables { get; }

    private string Selections(string type, int depth)
    {
        var text = new StringBuilder("{ ");
        var count = random.Next(1, 5);
        for (var i = 0; i < count; i++) text.Append(Selection(type, depth)).Append(' ');
        // The last is always there, so that no selection set comes out empty.
        return text.Append("__typename }").ToString();
    }

    private string Selection(string type, int depth) => random.Next(8) switch
    {
        0 => Inline(type, depth),
        1 => Spread(type, depth),
        2 => $"k: __typename{Directives()}",
        _ => Field(type, depth),
    };

    private string Field(string type, int depth)
    {
        var candidates = schema.Composites[type].Fields;
        if (candidates.Length == 0) return "__typename";
        var field = candidates[random.Next(candidates.Length)];
        var isLeaf = !schema.Composites.ContainsKey(field.Named);
        if (!isLeaf && (depth == 0 || fields > 150)) return "__typename";
        fields++;
        string[] arguments = field.HasArgument ? ["", "(n: 3)", "(n: null)", "(n: $n)", "(n: $m)"] : [""];
        var argument = random.Next(arguments.Length);
        // One alias for each argument, so that what has the same name can be merged.
        var alias = argument > 0 ? $"{field.Name}_{argument}: " : random.Next(4) == 0 ? $"x{field.Name}: " : "";
        var stream = "";
        if (defers && field.Type.Contains('[') && random.Next(3) == 0)
        {
            // And one for each way of streaming.
            var initially = random.Next(3);
            alias = $"s{initially}{(alias.Length == 0 ? $"{field.Name}: " : alias)}";
            stream = $" @stream(initialCount: {initially})";
        }
        return $"{alias}{field.Name}{arguments[argument]}{Directives()}{stream}{(isLeaf ? "" : $" {Selections(field.Named, depth - 1)}")}";
    }

    private string Inline(string type, int depth)
    {
        var condition = random.Next(4) == 0 ? null : Overlapping(type);
        return $"...{(condition is null ? "" : $" on {condition}")}{Directives()}{Defer()} {Selections(condition ?? type, depth)}";
    }

    private string Spread(string type, int depth)
    {
        var condition = Overlapping(type);
        var selections = Selections(condition, Math.Max(depth - 1, 0));
        var name = $"F{fragments.Count}";
        fragments.Add($"fragment {name} on {condition} {selections}");
        // Twice: the second time it has been visited, unless the first was left out.
        return $"...{name}{Directives()}{Defer()} ...{name}{Directives()}{Defer()}";
    }

    private string Overlapping(string type)
    {
        var possible = schema.PossibleTypes(type);
        var candidates = schema.Composites.Keys
            .Where(name => name == type || schema.PossibleTypes(name).Intersect(possible).Any())
            .ToArray();
        return candidates[random.Next(candidates.Length)];
    }

    private string Defer() => defers && random.Next(2) == 0 ? " @defer" : "";

    private string Directives() => random.Next(6) switch
    {
        0 => $" @skip(if: $b{random.Next(Conditions)})",
        1 => $" @include(if: $b{random.Next(Conditions)})",
        2 when random.Next(3) == 0 => $" @include(if: true) @skip(if: {(random.Next(2) == 0 ? "true" : "false")})",
        _ => "",
    };

    private string MakeVariables()
    {
        var entries = Enumerable.Range(0, Conditions)
            .Select(number => $"\"b{number}\": {(random.Next(2) == 0 ? "true" : "false")}")
            .Concat(random.Next(3) switch { 0 => [], 1 => ["\"n\": null"], _ => ["\"n\": 12"] })
            .Concat(random.Next(3) switch
            {
                0 => [],
                1 => ["\"m\": null"],
                _ => [string.Create(CultureInfo.InvariantCulture, $"\"m\": {random.Next(9)}")],
            });
        return $"{{ {string.Join(", ", entries)} }}";
    }
}
