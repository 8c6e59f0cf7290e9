using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// The groups of the <c>chosen</c> papers as <c>every</c>, a common table expression with <c>parent</c>, a key for each dimension, and the
/// measures. Groups without a paper are among them, so that no period is missing between the first and the last, but where the request
/// completes the periods itself.
/// </summary>
/// <param name="counts">Where the groups are counted already; null for nowhere.</param>
/// <param name="hub">Where those of a hub are; null for nowhere.</param>
/// <param name="condition">What must hold of rows <c>c</c> that have them counted, with <c>and</c> before it; null for nothing.</param>
internal sealed class GroupedPapers(
    ChosenPapers papers, GroupRequest request, StoredGroups? counts, HubGroups? hub, SqlFragment? condition = null)
{
    /// <summary>How many groups without a paper are added at most; where there would be more, none are.</summary>
    public const int MaxEmpty = 10_000;

    private readonly int[] numbers = [.. Enumerable.Range(1, request.Dimensions.Count)];

    /// <summary>
    /// Whether papers are counted by days first, which are in the order of an index, and days by their periods then: what period a day
    /// is in takes longer to find than to count a paper.
    /// </summary>
    private bool IsByDay =>
        request.Dimensions.Any(dimension => dimension is PeriodDimension { IsOfEdges: true, Interval: not Interval.Day })
        && request.Measures.All(measure => measure.Edges is null);

    /// <summary>
    /// Whether what the papers of groups have is counted once for all groups of the same papers. A paper of many authors, or with members
    /// in both dimensions, is in many groups, most of them of this paper alone: for each one all of its edges would be read again.
    /// </summary>
    private bool CountsBySet =>
        request.Dimensions.Any(dimension => dimension.Name == PaperDimension.Author)
        || request.Dimensions.Count(dimension => dimension.Members is not null) > 1;

    private bool HasPeriods =>
        request.HasEmpty && !request.CompletesPeriods && request.Dimensions.Any(dimension => dimension is PeriodDimension);

    public void Append(SqlText sql)
    {
        if (counts is not null) counts.Append(sql, condition);
        else AppendCounted(sql);
        if (HasPeriods) AppendPeriods(sql);
        AppendEvery(sql);
    }

    private void AppendCounted(SqlText sql)
    {
        hub?.AppendHub(sql);
        sql.Append($"chosen as (\n");
        papers.Append(sql, request.Columns);
        if (hub is not null) HubGroups.AppendIsNone(sql);
        sql.Append($"),\n");
        AppendMembers(sql);
        AppendGrouped(sql);
        var edges = request.Measures.Where(measure => measure.Edges is not null).ToList();
        if (CountsBySet && edges.Count > 0) AppendSets(sql);
        foreach (var measure in edges)
        {
            if (CountsBySet) AppendEdgesOfSets(sql, measure);
            else AppendEdges(sql, measure);
        }
    }

    /// <summary>Each paper once for each group that it is in.</summary>
    private void AppendMembers(SqlText sql)
    {
        var columns = request.Measures.Select(measure => measure.Column).OfType<PaperColumn>().Distinct();
        sql.Append($"members as (\n  select {new RawSql(request.Dimensions.Any(dimension => dimension.HasRepeats) ? "distinct " : "")}");
        sql.Append($"c.parent, c.id, {Join(i => $"{KeyOf(i)} as k{i}")}");
        foreach (var column in columns) sql.Append($", c.{new RawSql(column.Name)}");
        sql.Append($"\n  from chosen c");
        foreach (var i in numbers)
        {
            var dimension = request.Dimensions[i - 1];
            if ((dimension.MembersOfChosen ?? dimension.Members) is not { } members) continue;
            sql.Append($"\n  left join {new RawSql($"{members} x{i} on x{i}.paper_id = c.id")}");
        }
        sql.Append($"),\n");
    }

    private void AppendGrouped(SqlText sql)
    {
        sql.Append($"{new RawSql(IsByDay ? "by_day" : "grouped")} as (\n  select m.parent, {Join(i => $"m.k{i}")}");
        foreach (var measure in request.Measures)
            if (measure.Aggregate is { } aggregate) sql.Append($", {new RawSql($"{aggregate} as {measure.Sql}")}");
        sql.Append($"\n  from members m\n  group by m.parent, {Join(i => $"m.k{i}")}");
        if (hub is not null)
        {
            sql.Append($"\n  union all\n  ");
            hub.AppendGroups(sql);
        }
        sql.Append($"),\n");
        if (!IsByDay) return;
        sql.Append($"grouped as (\n  select d.parent, {Join(i => $"{PeriodOf(i)} as k{i}")}");
        foreach (var measure in request.Measures) sql.Append($", {new RawSql($"{measure.OfDays} as {measure.Sql}")}");
        sql.Append($"\n  from by_day d\n  group by 1, {Join(i => $"{i + 1}")}),\n");
    }

    /// <summary>How many different things the papers of each group have.</summary>
    private void AppendEdges(SqlText sql, GroupMeasure measure)
    {
        var (table, key) = measure.Edges!.Value;
        sql.Append($"""
            of_{new RawSql(measure.Sql)} as (
              select m.parent, {Join(i => $"m.k{i}")}, count(distinct x.{new RawSql(key)}) as {new RawSql(measure.Sql)}
              from members m
              join {new RawSql(table)} x on x.paper_id = m.id
              group by m.parent, {Join(i => $"m.k{i}")}),

            """);
    }

    /// <summary>The papers of each group, and each such set of papers once.</summary>
    private void AppendSets(SqlText sql) => sql.Append($"""
        papers_of as (
          select m.parent, {Join(i => $"m.k{i}")}, array_agg(m.id order by m.id) as papers
          from members m
          group by m.parent, {Join(i => $"m.k{i}")}),
        sets as materialized (
          select row_number() over () as number, one.papers from (select distinct papers from papers_of) as one),

        """);

    private void AppendEdgesOfSets(SqlText sql, GroupMeasure measure)
    {
        var (table, key) = measure.Edges!.Value;
        sql.Append($"""
            of_{new RawSql(measure.Sql)} as (
              select g.parent, {Join(i => $"g.k{i}")}, counted.{new RawSql(measure.Sql)}
              from papers_of g
              join sets on sets.papers = g.papers
              join (
                select s.number, count(distinct x.{new RawSql(key)}) as {new RawSql(measure.Sql)}
                from sets s
                cross join lateral unnest(s.papers) as p(id)
                join {new RawSql(table)} x on x.paper_id = p.id
                group by s.number) as counted on counted.number = sets.number),

            """);
    }

    /// <summary>The keys between which no period may be missing, of each parent and each dimension.</summary>
    private void AppendPeriods(SqlText sql)
    {
        foreach (var i in numbers)
        {
            var key = $"k{i}";
            if (request.Dimensions[i - 1] is not PeriodDimension period)
            {
                sql.Append($"keys{RawSql.Number(i)} as (select distinct g.parent, g.{new RawSql(key)} from grouped g),\n");
                continue;
            }
            var (first, last) = period.Periods(request.Given);
            sql.Append($"""
                keys{RawSql.Number(i)} as (
                  select ends.parent, period::date as {new RawSql(key)}
                  from (
                    select ranges.parent, {Low(period.Interval)} as low, ranges.high
                    from (
                      select a.parent, {End(first, "min")} as low, {End(last, "max")} as high
                      from (
                {papers.Parents}) as a(parent)
                      left join grouped g on g.parent = a.parent and isfinite(g.{new RawSql(key)})
                      group by a.parent) as ranges) as ends
                  cross join lateral generate_series(
                    ends.low::timestamp,
                    case when ends.high - ends.low <= {RawSql.Number(MaxEmpty * period.Interval.Days())} then ends.high end::timestamp,
                    interval '{new RawSql(period.Interval.Step())}') as period),

                """);

            SqlFragment End(DateOnly? given, string otherwise) => text =>
            {
                if (given is { } day) text.Append($"{day}::date");
                else text.Append($"{new RawSql($"{otherwise}(g.{key})")}");
            };
        }
    }

    /// <summary>Where the series of periods begins: of a timeline, as many before its end as are told.</summary>
    private RawSql Low(Interval interval) => new(request.IsOfParents
        ? $"greatest(ranges.low, (ranges.high - {request.First - 1} * interval '{interval.Step()}')::date)"
        : "ranges.low");

    private void AppendEvery(SqlText sql)
    {
        sql.Append($"every as (\n  select g.parent, {Join(i => $"g.k{i}")}");
        foreach (var measure in request.Measures)
        {
            var column = measure.Edges is null ? measure.Of("g") : $"coalesce({measure.Of($"of_{measure.Sql}")}, 0)";
            sql.Append($", {new RawSql($"{column} as {measure.Sql}")}");
        }
        sql.Append($"\n  from grouped g");
        foreach (var measure in request.Measures)
            if (measure.Edges is not null) sql.Append($"\n  left join {new RawSql($"of_{measure.Sql} using (parent, {Keys})")}");
        if (HasPeriods)
        {
            sql.Append($"\n  union all\n  select keys1.parent, {Join(i => $"keys{i}.k{i}")}");
            foreach (var measure in request.Measures) sql.Append($", {new RawSql(measure.OfNone)}");
            sql.Append($"\n  from keys1");
            if (numbers.Length > 1) sql.Append($"\n  join keys2 on keys2.parent = keys1.parent");
            sql.Append($"\n  where not exists (\n    select from grouped g where g.parent = keys1.parent");
            foreach (var i in numbers) sql.Append($" and {new RawSql($"g.k{i} = keys{i}.k{i}")}");
            sql.Append($")");
            if (numbers.Length > 1)
                sql.Append($"\n    and (select count(*) from keys1) * (select count(*) from keys2) <= {RawSql.Number(MaxEmpty)}");
        }
        sql.Append($")\n");
    }

    private string Keys => string.Join(", ", numbers.Select(i => $"k{i}"));

    private string KeyOf(int i) => IsByDay && request.Dimensions[i - 1] is PeriodDimension { IsOfEdges: true }
        ? PeriodDimension.Day
        : request.Dimensions[i - 1].Key.Replace("{0}", $"x{i}", StringComparison.Ordinal);

    private string PeriodOf(int i) => request.Dimensions[i - 1] is PeriodDimension { IsOfEdges: true } period
        ? period.Interval.Start($"d.k{i}").Text
        : $"d.k{i}";

    private RawSql Join(Func<int, string> column) => new(string.Join(", ", numbers.Select(column)));
}
