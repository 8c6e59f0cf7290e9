using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// The first groups of what there are many of, each a row of <c>group_counts</c>, without reading the others: how many there are, and the
/// sum of their papers, stands in <c>group_totals</c>. Beside months it may be that periods without a paper are to be told: only where
/// groups are so few that all of them can be read.
/// </summary>
internal sealed class StoredPage
{
    private static readonly PaperEdges[] Edges =
        [PaperEdges.Concepts, PaperEdges.Organizations, PaperEdges.Authors, PaperEdges.Repositories];

    /// <summary>Of how many things with most papers the months tell what a month of the page has at least.</summary>
    private const int Best = 50;

    private readonly ChosenPapers papers;
    private readonly GroupRequest request;
    private readonly StoredGroups groups;

    private StoredPage(ChosenPapers papers, GroupRequest request, StoredGroups groups) =>
        (this.papers, this.request, this.groups) = (papers, request, groups);

    /// <summary>
    /// What must hold of rows <c>c</c> of a dimension that there are many of, where each group adds up the months of one thing and those of
    /// the most papers come first: the others are not on the page. Null where all groups are to be made.
    /// </summary>
    public static SqlFragment? OfMonths(ChosenPapers papers, GroupRequest request, StoredGroups? groups)
    {
        if (groups is not { OfMany: not null, IsOfOneRow: false }
            || request is not { HasEveryStoredGroup: true, IsByMostPapers: true, HasTotals: false, Dimensions.Count: 1 })
        {
            return null;
        }
        // Most of those that lead in these months are among three times as many that lead in all.
        return new StoredPage(papers, request, groups).Leading(
            Math.Max(Best, 3 * request.First),
            months => sql => sql.Append($"select sum(m.papers) as papers from ({months}) as m group by m.target_id"));
    }

    private bool HasPeriods => request.Dimensions.Count > 1;

    /// <summary>Null where groups are few, are more than one row, or are told by a condition.</summary>
    public static StoredPage? From(ChosenPapers papers, GroupRequest request, StoredGroups? groups) =>
        groups is { OfMany: not null, IsOfOneRow: true } && request.HasEveryStoredGroup ? new(papers, request, groups) : null;

    /// <summary>Writes common table expressions: <c>span</c>, and <c>every</c> where all groups may have to be read.</summary>
    public void AppendTables(SqlText sql)
    {
        sql.Append($"""
            span as materialized (
              select coalesce(sum(t.groups), 0)::bigint as groups, coalesce(sum(t.papers), 0)::bigint as papers,
                coalesce(max(t.groups) * count(*) filter (where isfinite(t.starts_on)), 0) > {RawSql.Number(GroupedPapers.MaxEmpty)}
                  as is_large
              from group_totals t
              where t.dimension = '{Dimension}' and t.period = '{groups.Period}'
            """);
        groups.AppendDays(sql, "t.starts_on");
        sql.Append($")");
        if (!HasPeriods)
        {
            sql.Append($"\n");
            return;
        }
        sql.Append($",\n");
        SqlFragment few = text => text.Append($"\n    and (select not span.is_large from span)");
        new GroupedPapers(papers, request, groups, hub: null, few).Append(sql);
    }

    /// <summary>Writes a select of how many groups there are and the sum of their papers: one row.</summary>
    public void AppendTotals(SqlText sql)
    {
        if (!HasPeriods) sql.Append($"select span.groups, span.papers from span");
        else sql.Append($"""
            select
                case when span.is_large then span.groups else (select count(*) from every g where true{request.Having}) end as groups,
                span.papers
              from span
            """);
    }

    /// <summary>Writes a select of the page, its rows in no order.</summary>
    public void AppendRows(SqlText sql)
    {
        if (!HasPeriods && request.IsByMostPapers) AppendBest(sql);
        else if (!HasPeriods) AppendFirst(sql, groups.AppendGroups, request.Order);
        else AppendMonths(sql);
    }

    /// <summary>What most papers have is known by the stored counts, which an index orders; what is unknown counts among them.</summary>
    private void AppendBest(SqlText sql)
    {
        AppendFirst(
            sql,
            text =>
            {
                groups.AppendSelect(text);
                text.Append($"""

                      from (
                        (
                          select x.id from {Target} x
                          where x.paper_count > 0
                          order by x.paper_count desc, x.id
                          limit {RawSql.Number(request.First)})
                        union all
                        select 0) as best(id)
                      join group_counts c on c.dimension = '{Dimension}' and c.target_id = best.id and c.value = ''
                        and c.period = '{groups.Period}' and c.starts_on = '-infinity'
                    """);
            },
            request.Order);
    }

    /// <summary>All groups where they are few, or else those of the first months that fill the page, and of the unknown one.</summary>
    private void AppendMonths(SqlText sql)
    {
        sql.Append($"select g.* from every g where true{request.Having}");
        sql.Append($"\n  union all\n  ");
        if (!request.IsByPeriod)
        {
            AppendFirst(sql, request.IsByMostPapers ? LargeBest : Large(""), request.Order);
            return;
        }
        AppendFirst(sql, Large("\n    and c.starts_on > date '-infinity'"), request.OrderOfKnown());
        sql.Append($"\n  union all\n  ");
        AppendFirst(sql, Large("\n    and c.starts_on = date '-infinity'"), request.Order);

        SqlFragment Large(string condition) => text =>
        {
            groups.AppendGroups(text);
            text.Append($"\n    and (select span.is_large from span){new RawSql(condition)}");
        };
    }

    /// <summary>The months of what may have one on the page.</summary>
    private void LargeBest(SqlText sql)
    {
        groups.AppendGroups(sql);
        sql.Append($"\n    and (select span.is_large from span){Leading(Best, months => months)}");
    }

    /// <summary>
    /// That a row <c>c</c> is of what has as many papers in all as a group of the page has at least, with <c>and</c> before it. That is
    /// told by those with most papers: as many of their groups as fill the page have it.
    /// </summary>
    /// <param name="best">How many of those with most papers are looked at.</param>
    /// <param name="group">Makes their groups, with <c>papers</c>, of a select of their rows <c>c</c>.</param>
    private SqlFragment Leading(int best, Func<SqlFragment, SqlFragment> group)
    {
        SqlFragment rows = sql =>
        {
            sql.Append($"""
                select c.target_id, c.papers
                    from (
                      select x.id from {Target} x
                      order by x.paper_count desc, x.id
                      limit {RawSql.Number(best)}) as best
                    join group_counts c on c.target_id = best.id
                    where c.dimension = '{Dimension}' and c.value = '' and c.period = '{groups.Period}'
                """);
            groups.AppendDays(sql, "c.starts_on");
        };
        return sql => sql.Append($"""
             and c.value = ''
                and c.target_id = any (array(
                  select x.id from {Target} x
                  where x.paper_count >= coalesce((
                    select g.papers
                    from ({group(rows)}) as g
                    order by g.papers desc
                    offset {RawSql.Number(request.First - 1)} limit 1), 0)
                  union all
                  select 0))
            """);
    }

    private void AppendFirst(SqlText sql, SqlFragment rows, RawSql order)
    {
        sql.Append($"(select g.* from (\n");
        rows(sql);
        sql.Append($") as g\n  order by {order}\n  limit {RawSql.Number(request.First)})");
    }

    private RawSql Target => new(Array.Find(Edges, edges => edges.Counted == groups.OfMany)!.Target);

    private RawSql Dimension => new(PaperGraph.Model.EnumName.For(groups.OfMany!.Value));
}
