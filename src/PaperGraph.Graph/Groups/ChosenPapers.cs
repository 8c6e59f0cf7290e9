using PaperGraph.Data.Groups;
using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>The papers that are grouped: all, those that a filter chooses, or those of each parent.</summary>
/// <param name="parents">A select of the parents' ids; null for no parents.</param>
/// <param name="ofParents">The papers of a parent; null for no parents.</param>
/// <param name="filter">The filter as it was given and compiled; null for none.</param>
/// <param name="days">
/// Writes which days they are of besides, as a condition on a column of a day with <c>and</c> before it; null for all days.
/// </param>
internal sealed class ChosenPapers(
    SqlFragment? parents,
    PaperSet? ofParents,
    (PaperFilter Given, CompiledFilter Compiled)? filter,
    Action<SqlText, RawSql>? days = null)
{
    private readonly NamedPapers? named = ofParents is null && filter is { } given ? NamedPapers.From(given.Given) : null;

    /// <summary>What the parents' papers are counted by in <c>group_counts</c>; null where they are not.</summary>
    public CountedDimension? CountedByParents => ofParents is { IsCounted: true } set ? set.Edges.Counted : null;

    public bool HasParents => ofParents is not null;

    /// <summary>A select of the id of each parent.</summary>
    public SqlFragment Parents => parents ?? new RawSql("select 0::bigint");

    /// <summary>A select of <c>parent</c>, <c>id</c>, <c>published_order</c> and columns: each paper once a parent.</summary>
    public void Append(SqlText sql, IReadOnlyList<PaperColumn> columns)
    {
        var rest = named is not null ? named.Rest?.Compile(new FilterScope(), new ArgumentPath("where")) : filter?.Compiled.Where;
        var set = named is not null ? PaperSet.Named(named.Edges, named.IsOne) : ofParents;
        var byEdges = set is { Edges.HasDays: true }
            && !columns.Any(column => column.NeedsPapers)
            && (rest is null || RestNeedsDayAlone);
        var isOfOneName = named is { IsOne: true, Edges.HasRepeats: false };
        var parent = new RawSql(set is null || (byEdges && isOfOneName) ? "0::bigint" : "parents.parent");
        sql.Append($"  select {parent} as parent, p.id, p.published_order");
        foreach (var column in columns) sql.Append($", {new RawSql($"{column.Expression} as {column.Name}")}");
        sql.Append($"\n  from ");
        if (set is null) sql.Append($"papers p");
        else if (byEdges && isOfOneName) AppendEdgesOfOne(sql, named!);
        else AppendSet(sql, set, byEdges);
        sql.Append($"\n  where true{rest}");
        days?.Invoke(sql, new("p.published_order"));
    }

    /// <summary>Writes an expression of the latest day, of whatever days, on which one of them was published that no parent has.</summary>
    /// <param name="until">An expression of the last day that counts.</param>
    public void AppendLatestDay(SqlText sql, RawSql until)
    {
        if (named is not { Edges.HasDays: true })
        {
            sql.Append($"(select max(p.published_order) from papers p where p.published_order <= {until}{filter?.Compiled.Where})");
            return;
        }
        var newest = PaperSet.Named(named.Edges, named.IsOne).NewestDays(until, named.Rest?.CompileLookups(), RestNeedsDayAlone);
        sql.Append($"(select max(newest.day) from {named.Given} cross join lateral (\n{newest}) as newest)");
    }

    /// <summary>
    /// The edges of the one thing that is named. Its id is known before they are read, so that they come in the order of their days from
    /// the index, and can be counted as they come.
    /// </summary>
    private static void AppendEdgesOfOne(SqlText sql, NamedPapers named) => sql.Append($"""
        (
            select x.paper_id, x.published_order
            from {new RawSql(named.Edges.Table)} x
            where x.{new RawSql(named.Edges.Key)} = (select parents.ids[1] from {named.Given})) as p(id, published_order)
        """);

    /// <summary>The papers of each parent, or of several things that are named.</summary>
    private void AppendSet(SqlText sql, PaperSet set, bool byEdges)
    {
        if (named is not null) sql.Append($"{named.Given}");
        else sql.Append($"(\n{parents}) as parents(parent)");
        sql.Append($"\n  {set.Among}\n  cross join lateral ({set.Rows(days ?? DateRange.Condition(filter?.Given.PublishedOn))}) as ");
        if (byEdges) sql.Append($"p(id, published_order)");
        else sql.Append($"e(id, published_order)\n  join papers p on p.id = e.id");
    }

    private bool RestNeedsDayAlone => named is not null ? named.Rest?.NeedsDayAlone != false : filter!.Value.Given.NeedsDayAlone;
}
