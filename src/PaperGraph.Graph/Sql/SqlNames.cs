using System.Globalization;

namespace PaperGraph.Graph.Sql;

/// <summary>Names and numbers of statements in the making, each a text that is made once.</summary>
internal static class SqlNames
{
    private static readonly string[] Numbers = Create("");
    private static readonly string[] Parameters = Create("$");
    private static readonly string[] Columns = Create("c");
    private static readonly string[] Orders = Create("o");
    private static readonly string[] Edges = Create("e");
    private static readonly string[] Queries = Create("q");
    private static readonly string[] CommonExpressions = Create("n");

    public static string Number(int number) =>
        number >= 0 && number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <param name="number">The number of the parameter; the first is 1.</param>
    public static string Parameter(int number) => number < Parameters.Length ? Parameters[number] : $"${Number(number)}";

    public static string Column(int number) => number < Columns.Length ? Columns[number] : $"c{Number(number)}";

    public static string Order(int number) => Orders[number];

    public static string Edge(int number) => Edges[number];

    public static string Query(int number) => Queries[number];

    /// <summary>Of what stands once before a statement.</summary>
    public static string Shared(int number) => number < CommonExpressions.Length ? CommonExpressions[number] : $"n{Number(number)}";

    private static string[] Create(string prefix) =>
        [.. Enumerable.Range(0, 128).Select(number => prefix + number.ToString(CultureInfo.InvariantCulture))];
}
