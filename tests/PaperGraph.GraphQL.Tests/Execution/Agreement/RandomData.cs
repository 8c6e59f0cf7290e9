using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>An endless graph whose values follow from where they stand: the same for whoever asks, nulls and mistakes among them.</summary>
/// <param name="isCalm">Nothing fails, and nothing is null that must not be.</param>
internal sealed class RandomData(RandomSchema schema, int seed, bool isCalm = false)
{
    public static readonly FieldFailure Failure = new("Nothing here.", "NOTHING_HERE");

    public object? ValueOf(Item parent, RandomSchema.RandomField field, object? argument)
    {
        if (field.AlwaysFails && !isCalm) return Failure;
        var random = new Random(HashOf($"{seed} {parent.Type} {parent.Id} {field.Name} {argument}"));
        return Make(Parser.ParseType(field.Type), random);
    }

    private object? Make(TypeNode type, Random random)
    {
        var isNonNull = type is NonNullTypeNode;
        var dice = isCalm ? random.Next(isNonNull ? 12 : 0, 97) : random.Next(100);
        if (dice < (isNonNull ? 2 : 12)) return null;
        if (dice > 97) return Failure;
        return (type is NonNullTypeNode nonNull ? nonNull.Type : type) switch
        {
            ListTypeNode list =>
                dice == 97 ? 5 : (object)Enumerable.Range(0, random.Next(4)).Select(_ => Make(list.Type, random)).ToArray(),
            NamedTypeNode named => MakeNamed(named.Name, dice == 97, random),
            _ => throw new InvalidOperationException(),
        };
    }

    private object MakeNamed(string type, bool wrong, Random random) => type switch
    {
        _ when wrong && !schema.Composites.ContainsKey(type) => new Item("?", 0),
        "Int" => random.Next(-5, 1000),
        "String" => $"text {random.Next(10)} \"é\"",
        "Boolean" => random.Next(2) == 0,
        "E" => random.Next(2) == 0 ? "RED" : "GREEN",
        _ => MakeItem(schema.PossibleTypes(type), wrong && schema.Composites[type].Kind != "type", random),
    };

    private static Item MakeItem(string[] possibleTypes, bool wrong, Random random) =>
        wrong || possibleTypes.Length == 0
            ? new Item("Query", 0)
            : new Item(possibleTypes[random.Next(possibleTypes.Length)], random.Next(1000));

    /// <summary>The same in every process, other than <see cref="string.GetHashCode()"/>.</summary>
    private static int HashOf(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}

/// <summary>A value of a composite type.</summary>
internal sealed record Item(string Type, int Id)
{
    public static readonly Item Root = new("Query", 0);
}
