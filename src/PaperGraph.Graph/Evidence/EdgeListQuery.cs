using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Evidence;

/// <summary>What hangs on each edge of some lists, whole, in one statement.</summary>
/// <param name="pairs">A select of two columns, the ids of parent and node of each edge.</param>
/// <param name="write">
/// Writes the statement, given the edges as <c>pairs(parent, node)</c>; its first two columns are these ids.
/// </param>
/// <param name="types">The types of the columns from the third on.</param>
/// <param name="take">Makes one element of a row, whose own columns begin at the third.</param>
internal sealed class EdgeListQuery<TRow>(
    SqlFragment pairs,
    Action<SqlText, SqlFragment> write,
    IEnumerable<string> types,
    Func<SqlRow, TRow> take) : SqlQuery, IPairSource
    where TRow : class
{
    public const int FirstColumn = 2;

    private static readonly IReadOnlyList<TRow> Empty = [];

    private readonly Dictionary<(long Parent, long Node), List<TRow>> rows = [];

    public SqlFragment? Pairs => pairs;

    public override IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, .. types];

    public override void Clear() => rows.Clear();

    public override void Write(SqlText sql) => write(sql, inner => inner.Append($"(\n{pairs}) as pairs(parent, node)"));

    public override void Take(SqlRow row)
    {
        var edge = (row.GetInt64(0), row.GetInt64(1));
        if (!rows.TryGetValue(edge, out var list)) rows.Add(edge, list = []);
        list.Add(take(row));
    }

    public override object ValueFor(object parent)
    {
        var edge = (Edge)parent;
        return rows.TryGetValue((edge.Parent, edge.Node.Key), out var list) ? list : Empty;
    }
}
