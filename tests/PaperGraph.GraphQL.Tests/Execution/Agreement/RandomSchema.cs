using System.Globalization;
using System.Text;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>
/// A schema of objects, interfaces and a union whose fields have random types. Names of fields are not shared between types other
/// than through interfaces, so that any selection of them can be merged.
/// </summary>
internal sealed class RandomSchema
{
    private readonly Random random;

    public RandomSchema(Random random)
    {
        this.random = random;
        var interfaces = Names("I", 2);
        var objects = Names("T", 4);
        string[] all = [.. interfaces, .. objects, "U"];

        var shared = interfaces.ToDictionary(name => name, name => MakeFields(name, 2, all));
        foreach (var name in interfaces) Composites[name] = new Composite(name, "interface", [], shared[name]);
        foreach (var name in objects)
        {
            var implemented = interfaces.Where(_ => random.Next(2) == 0).ToArray();
            var fields = implemented.SelectMany(found => shared[found]).Concat(MakeFields(name, 4, all)).ToArray();
            Composites[name] = new Composite(name, "type", implemented, fields);
        }
        Composites["Query"] = new Composite("Query", "type", [], MakeFields("Query", 4, all));
        UnionMembers = [.. objects.Where(_ => random.Next(2) == 0).DefaultIfEmpty(objects[0])];
        Composites["U"] = new Composite("U", "union", [], []);
    }

    public Dictionary<string, Composite> Composites { get; } = [];

    public string[] UnionMembers { get; }

    /// <summary>Every object type but the root.</summary>
    public IEnumerable<Composite> Objects => Composites.Values.Where(type => type is { Kind: "type", Name: not "Query" });

    public string[] PossibleTypes(string name) => Composites[name].Kind switch
    {
        "union" => UnionMembers,
        "interface" => [.. Objects.Where(type => type.Implements.Contains(name)).Select(type => type.Name)],
        _ => [name],
    };

    public string Sdl()
    {
        var text = new StringBuilder("enum E { RED GREEN }\n");
        foreach (var type in Composites.Values)
        {
            if (type.Kind == "union") text.Append(CultureInfo.InvariantCulture, $"union U = {string.Join(" | ", UnionMembers)}\n");
            else
            {
                var implements = type.Implements.Length == 0 ? "" : $" implements {string.Join(" & ", type.Implements)}";
                var fields = type.Fields.Select(field => $"{field.Name}{(field.HasArgument ? "(n: Int = 1)" : "")}: {field.Type}");
                text.Append(CultureInfo.InvariantCulture, $"{type.Kind} {type.Name}{implements} {{ {string.Join(" ", fields)} }}\n");
            }
        }
        return text.ToString();
    }

    private RandomField[] MakeFields(string owner, int count, string[] composites) =>
        [.. Enumerable.Range(0, count).Select(number => MakeField($"{owner.ToLowerInvariant()}{number}", composites))];

    private RandomField MakeField(string name, string[] composites)
    {
        string[] leaves = ["Int", "String", "E", "Boolean"];
        var named = random.Next(5) < 3 ? composites[random.Next(composites.Length)] : leaves[random.Next(leaves.Length)];
        var type = Wrap(named, maxLists: 2);
        return new RandomField(name, named, type, random.Next(4) == 0, random.Next(5), random.Next(25) == 0);
    }

    private string Wrap(string type, int maxLists)
    {
        if (random.Next(3) == 0) type += "!";
        return maxLists > 0 && random.Next(3) == 0 ? Wrap($"[{type}]", maxLists - 1) : type;
    }

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(number => $"{prefix}{number}")];

    internal sealed record Composite(string Name, string Kind, string[] Implements, RandomField[] Fields);

    /// <param name="Resolver">Which kind of resolver the engine is given.</param>
    /// <param name="AlwaysFails">The resolver fails for all parents.</param>
    internal sealed record RandomField(string Name, string Named, string Type, bool HasArgument, int Resolver, bool AlwaysFails);
}
