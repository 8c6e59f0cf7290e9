using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// What rises, the most first, in one statement: papers of some days beside those of as many days before. Of all papers it is known how
/// many there are a day, and a day and topic (<c>group_counts</c>); whatever else is counted takes the edges of these days alone, or where
/// a filter chooses papers, those of its papers.
/// </summary>
/// <param name="kind">What is compared.</param>
/// <param name="node">What is read of each.</param>
/// <param name="days">How many days.</param>
/// <param name="asOf">The last of them; null for the latest on which one of the papers was published, today at most.</param>
/// <param name="filter">What papers are compared, as it was given and compiled; null for all.</param>
/// <param name="first">How many are told.</param>
internal sealed class TrendsQuery(
    TrendKind kind, IGroupNode node, int days, DateOnly? asOf, (PaperFilter Given, CompiledFilter Compiled)? filter, int first)
    : SqlQuery, IKeySource
{
    /// <summary>How many papers, or upvotes, stand for what is not known of the smaller of the two times.</summary>
    private const int Prior = 5;

    private static readonly RawSql LastDay = new("(select last.day from last)");

    private readonly List<Trend> trends = [];

    public override bool NeedsOwnPlan => filter?.Compiled.NeedsOwnPlan == true;

    public override IEnumerable<string> Types =>
        [SqlType.Bigint, SqlType.Bigint, SqlType.Double, SqlType.Double, .. node.Types];

    public override void Clear() => trends.Clear();

    public override void Write(SqlText sql)
    {
        var papers = new ChosenPapers(parents: null, ofParents: null, filter, AppendBothTimes);
        sql.Append($"with last (day) as materialized (\n  select ");
        if (asOf is { } day) sql.Append($"{day}::date");
        else papers.AppendLatestDay(sql, new("(now() at time zone 'UTC')::date"));
        sql.Append($"),\n");
        if (filter is not null) AppendSpan(sql, papers);
        if (kind == TrendKind.Paper) AppendPapers(sql);
        else
        {
            AppendSizes(sql);
            if (filter is not null) AppendCounted(sql);
            else if (kind == TrendKind.Topic) AppendTopics(sql);
            else AppendEdges(sql, EdgesOf(kind));
            AppendScores(sql);
        }
        sql.Append($"""
            select risen.id, risen.now, risen.before, risen.score, n.*
            from (
              select * from scored
              where scored.now > 1 and scored.score > 1
              order by scored.score desc, scored.now desc, scored.id
              limit {RawSql.Number(first)}) as risen
            cross join lateral (
            """);
        node.Append(sql, new("risen.id"));
        sql.Append($") as n\norder by risen.score desc, risen.now desc, risen.id");
    }

    private void AppendSpan(SqlText sql, ChosenPapers papers)
    {
        var isOfPapers = kind == TrendKind.Paper;
        sql.Append($"chosen as (\n");
        papers.Append(sql, isOfPapers ? [PaperColumn.UpvoteCount] : []);
        sql.Append($"""
            ),
            span as materialized (
              select c.id, c.published_order > {LastDay} - {days}::integer as is_now{new RawSql(isOfPapers ? ", c.upvote_count" : "")}
              from chosen c),

            """);
    }

    /// <summary>
    /// That a day is one of both times. The last one is a value and no column, or the planner would expect a third of all days, and read
    /// all that there is of them.
    /// </summary>
    private void AppendBothTimes(SqlText sql, RawSql day) =>
        sql.Append($"\n    and {day} > {LastDay} - 2 * {days}::integer and {day} <= {LastDay}");

    /// <summary>
    /// What the papers of both times have, paper by paper: the planner does not know how few they are, and would read all edges for a week.
    /// </summary>
    private static SqlFragment EdgesOfSpan(string members) => sql => sql.Append($"""
        from span
              cross join lateral (select * from {new RawSql(members)} e where e.paper_id = span.id offset 0) as x
        """);

    private void AppendCounted(SqlText sql)
    {
        var dimension = DimensionCatalog.Find(DimensionOf(kind));
        var papers = dimension.HasRepeats ? "distinct span.id" : "*";
        var key = dimension.Key.Replace("{0}", "x", StringComparison.Ordinal);
        sql.Append($"""
            counted as (
              select
                {new RawSql(key)} as id,
                count({new RawSql(papers)}) filter (where span.is_now) as now,
                count({new RawSql(papers)}) filter (where not span.is_now) as before
              {EdgesOfSpan(dimension.Members!)}
              group by 1),

            """);
    }

    /// <summary>All edges of these days, from an index that has their days first: no paper is looked up.</summary>
    private void AppendEdges(SqlText sql, PaperEdges edges)
    {
        sql.Append($"""
            counted as (
              select
                x.{new RawSql(edges.Key)} as id,
                count(*) filter (where x.published_order > {LastDay} - {days}::integer) as now,
                count(*) filter (where x.published_order <= {LastDay} - {days}::integer) as before
              from (
                select {new RawSql(edges.HasRepeats ? "distinct " : "")}x.{new RawSql(edges.Key)}, x.published_order, x.paper_id
                from {new RawSql(edges.Table)} x
                where true
            """);
        AppendBothTimes(sql, new("x.published_order"));
        sql.Append($") as x\n  group by 1),\n");
    }

    /// <summary>As many papers have each topic, or one below it, as its rows of these days say.</summary>
    private void AppendTopics(SqlText sql)
    {
        sql.Append($"""
            counted as (
              select
                c.target_id as id,
                {Stored("TOPIC", SqlType.Bigint)} and c.target_id > 0
              group by 1),

            """);
    }

    /// <summary>One row, made once: the planner expects so few others that it would make it anew for each of them.</summary>
    private void AppendSizes(SqlText sql)
    {
        sql.Append($"sizes as materialized (\n  ");
        if (filter is not null) sql.Append($"""
            select count(*) filter (where is_now)::float8 as now, count(*) filter (where not is_now)::float8 as before from span
            """);
        else sql.Append($"""
            select
                {Stored("PAPER", SqlType.Double)}
            """);
        sql.Append($"),\n");
    }

    /// <summary>What the stored counts <c>c</c> of the days of both times add up to, up to where conditions follow.</summary>
    private SqlFragment Stored(string dimension, string type) => sql => sql.Append($"""
        coalesce(sum(c.papers) filter (where c.starts_on > last.day - {days}::integer), 0)::{new RawSql(type)} as now,
                coalesce(sum(c.papers) filter (where c.starts_on <= last.day - {days}::integer), 0)::{new RawSql(type)} as before
              from last
              join group_counts c on c.starts_on > last.day - 2 * {days}::integer and c.starts_on <= last.day
              where c.dimension = '{new RawSql(dimension)}' and c.period = 'DAY'
        """);

    /// <summary>
    /// Shares of the papers of both times, each raised by the prior's share of the papers of the smaller one. Where there was no paper
    /// before, all shares were 0. While a first import has its papers uncounted, nothing rises.
    /// </summary>
    private static void AppendScores(SqlText sql) => sql.Append($"""
            scored as (
              select counted.id, counted.now, counted.before::float8 as before,
                (counted.now / nullif(sizes.now, 0) + prior.share)
                  / (coalesce(counted.before / nullif(sizes.before, 0), 0) + prior.share) as score
              from counted
              cross join sizes
              cross join lateral (
                select {RawSql.Number(Prior)} / least(nullif(sizes.now, 0), nullif(sizes.before, 0)) as share) as prior
              where counted.now > 1)

            """);

    /// <summary>What papers of the days before had on average is known of all, and of those that a filter chooses is counted.</summary>
    private void AppendPapers(SqlText sql)
    {
        sql.Append($"sizes as materialized (\n  ");
        if (filter is not null) sql.Append($"select coalesce(avg(upvote_count) filter (where not is_now), 0)::float8 as before from span");
        else sql.Append($"""
            select coalesce(sum(c.upvotes) / nullif(sum(c.upvotes_known), 0), 0)::float8 as before
              from last
              join group_counts c on c.starts_on > last.day - 2 * {days}::integer and c.starts_on <= last.day - {days}::integer
              where c.dimension = 'PAPER' and c.period = 'DAY'
            """);
        sql.Append($"""
            ),
            scored as (
              select p.id, p.upvote_count::bigint as now, sizes.before,
                (p.upvote_count + {RawSql.Number(Prior)}) / (sizes.before + {RawSql.Number(Prior)}) as score

            """);
        if (filter is not null) sql.Append($"  from span p\n  cross join sizes\n  where p.is_now");
        else sql.Append($"""
              from last
              cross join sizes
              join papers p on p.published_order > last.day - {days}::integer and p.published_order <= last.day
              where true
            """);
        sql.Append($" and p.upvote_count > 1)\n");
    }

    private static PaperEdges EdgesOf(TrendKind kind) => kind switch
    {
        TrendKind.Organization => PaperEdges.Organizations,
        TrendKind.Repository => PaperEdges.Repositories,
        _ => PaperEdges.Concepts,
    };

    /// <summary>What papers are counted by; papers themselves are not.</summary>
    public static PaperDimension DimensionOf(TrendKind kind) => kind switch
    {
        TrendKind.Topic => PaperDimension.Topic,
        TrendKind.Organization => PaperDimension.Organization,
        TrendKind.Repository => PaperDimension.Repository,
        _ => PaperDimension.Concept,
    };

    public override void Take(SqlRow row)
    {
        var id = row.GetInt64(0);
        trends.Add(new Trend(
            node.Read(row, id, 4),
            row.GetString(4),
            row.GetString(5),
            row.GetInt64(1),
            row.GetFieldValue<double>(2),
            row.GetFieldValue<double>(3)));
    }

    public override object ValueFor(object parent) => trends;

    public SqlFragment? Keys(string? name) => name != node.Field ? null : sql =>
    {
        sql.Append($"select found.id from ");
        sql.AppendRowsOf(this);
        sql.Append($" as found(id)");
    };
}
