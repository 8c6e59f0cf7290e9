using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>The condition that a row is among some rows, or is not.</summary>
/// <param name="key">The expression of the row's id, such as <c>p.id</c>, which is never null.</param>
/// <param name="isNested">
/// Whether it stands inside or and not. There PostgreSQL makes no join of it, and a select that does not refer to the row is evaluated
/// once and hashed, where <c>exists</c> is taken for so dear that the statement is compiled first. Elsewhere a negation is an anti-join
/// only as <c>not exists</c>.
/// </param>
internal sealed class Membership(RawSql key, bool isNested)
{
    /// <param name="sql">The statement so far, which ends in conditions.</param>
    /// <param name="ids">A select statement for ids, none of which is null.</param>
    public void AppendIn(SqlText sql, SqlFragment ids) => sql.Append($"\n    and {key} in ({ids})");

    /// <inheritdoc cref="AppendIn"/>
    public void AppendNotIn(SqlText sql, SqlFragment ids)
    {
        if (isNested) sql.Append($"\n    and {key} not in ({ids})");
        else sql.Append($"\n    and not exists (select from ({ids}) as others (id) where others.id = {key})");
    }
}
