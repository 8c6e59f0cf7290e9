using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>
/// How a page and the length of a list that is searched for a text are read together. The matches are taken once, through the index of
/// texts, as many as are counted. Where these are all, the page is sorted out of them; where there are more, so many rows match that the
/// list is walked in its order until the page is full. Which it is the statement finds out, so that one plan is good for all words: what
/// reading a stored text costs the planner does not know, and with the words it would walk a list of some hundred rows for 20.
/// </summary>
/// <param name="Alias">The alias of the list's table.</param>
/// <param name="Match">The condition that a row matches, with <c>and</c> before it.</param>
/// <param name="Rest">The list's other conditions.</param>
internal sealed record TextSearch(RawSql Alias, SqlFragment Match, SqlFragment Rest) : CountedPage
{
    private static readonly RawSql HasMore = new("(select counted.is_estimate from counted)");

    /// <inheritdoc/>
    public override void AppendFound(SqlText sql, ListStatement list)
    {
        sql.Append($"with found as materialized (\n  select {list.Parent} as parent, {list.NodeKey} as node, ");
        Keyset.AppendColumns(sql, list.Order);
        list.AppendEdgeColumns(sql);
        sql.Append($", {ListStatement.PlaceOfPaper} as place\n  from {list.From}\n  where true{list.Filter?.Where}");
        sql.Append($"\n  limit {RawSql.Number(ListStatement.MaxExactCount + 1)}),\n");
        sql.Append($"counted (rows, is_estimate) as materialized (\n  select {ListStatement.LengthOf("found.place")} from found)\n");
    }

    /// <inheritdoc/>
    public override void AppendPage(SqlText sql, ListStatement list, PageArguments page, int limit)
    {
        sql.Append($"(\n  select *\n  from ((");
        AppendPageOfFound(sql, list, page, limit, new($"not {HasMore.Text}"));
        sql.Append($")");

        var matching = list with { Filter = new(Match, Guard: null) };
        var first = page with { After = null, Before = null };
        foreach (var arm in new ListArm(list.From, list.NodeKey, new RawSql("true"), list.Order).SplitUnknown())
        {
            sql.Append($"\n  union all\n  (");
            (arm with { From = Walk(arm, page), Condition = new RawSql("true") }).Append(sql, matching, first, limit);
            sql.Append($")");
        }
        sql.Append($") as arms\n  order by ");
        Keyset.AppendOuterOrder(sql, list.Order, "arms", page.Backward);
        sql.Append($"\n  limit {RawSql.Number(limit)}) as page");
    }

    /// <summary>
    /// The rows in their order, whether they match or not. A limit keeps the match outside, where no index can be asked for it; a limit
    /// of none keeps PostgreSQL from reading what a condition would only drop afterwards.
    /// </summary>
    private SqlFragment Walk(ListArm arm, PageArguments page) => sql =>
    {
        sql.Append($"(\n    select * from {arm.From}\n    where {arm.Condition}{Rest}");
        AppendBounds(sql, arm.Order, page);
        sql.Append($"\n    order by ");
        Keyset.AppendInnerOrder(sql, arm.Order, page.Backward);
        sql.Append($"\n    limit {RawSql.NoneUnless(HasMore.Text)}) as {Alias}");
    };
}
