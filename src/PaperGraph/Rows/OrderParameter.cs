using System.Text.Json.Nodes;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Rows;

/// <summary>The parameter <c>order</c>: <c>PAPERS</c> or <c>PAPERS:ASC,KEY:ASC</c>; what says no direction has the highest first.</summary>
internal static class OrderParameter
{
    public const string Name = "order";

    private const string Argument = "orderBy";

    /// <param name="fields">The enum of what can be ordered by.</param>
    /// <returns>The argument <c>orderBy</c>; null where there is none.</returns>
    public static JsonArray? Read(RowParameters given, Schema schema, string fields)
    {
        var terms = new JsonArray();
        foreach (var text in given.List(Name))
        {
            var parts = text.Split(':', 2);
            var term = new JsonObject { ["by"] = RowParameters.Choose(Name, parts[0], schema.NamesOf(fields)) };
            if (parts is [_, var direction])
                term["direction"] = RowParameters.Choose(Name, direction, schema.NamesOf("OrderDirection"));
            terms.Add((JsonNode)term);
        }
        return terms.Count > 0 ? terms : null;
    }

    /// <summary>The parameter, where it is what an argument was made of, as an error names it: <c>orderBy[1]</c>.</summary>
    public static string? Find(string argument) => argument.StartsWith(Argument, StringComparison.Ordinal) ? Name : null;
}
