using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>Says in a message what would have been right.</summary>
internal static class ExpectedInput
{
    private const int MaxNames = 12;

    /// <summary>What the type accepts, as the end of a sentence: "a date such as …", "one of PAPER, CONCEPT".</summary>
    public static string Describe(GraphQLType type) => type.Nullable switch
    {
        ScalarType scalar => scalar.Format.Expected,
        EnumType enumType => $"one of {Names(enumType.Values.Select(value => value.Name))}",
        InputObjectType inputObject => $"an object of type {inputObject}",
        var other => $"a value of type {other}",
    };

    /// <summary>The fields that there are, to be put behind the name of one that is not.</summary>
    public static string Fields(InputObjectType type) => $"; it has {Names(type.Fields.Select(field => field.Name))}";

    /// <summary>What is wrong with the first value past the limit.</summary>
    public static string TooMany(int limit) =>
        FormattableString.Invariant($"brings the values of the request's input past {limit}, which is the limit MaxInputValues. ")
        + "Send fewer of them at once.";

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= MaxNames
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(MaxNames))} and {all.Count - MaxNames} more";
    }
}
