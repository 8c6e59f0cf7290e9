using PaperGraph.Model;

namespace PaperGraph.Data.Groups;

/// <summary>
/// Counts all papers anew, for a database whose triggers were not fired. What a transaction that changes some papers adds to the counts is
/// added up by each period alone (<see cref="GroupCountsSql"/>); of all papers only the shortest periods are, and the longer ones of these.
/// </summary>
public static class GroupCountsFill
{
    // Of a million papers some thirty million memberships are added up: what is sorted or hashed goes to the disk less often so.
    private const string Memory = "256MB";

    /// <summary>The statements, of one transaction.</summary>
    public static string Statements { get; } = $"""
        truncate group_memberships, group_counts, group_totals, coverage_counts, group_hubs, hub_counts;
        {WhereNoneIsCounted}
        """;

    /// <summary>The statements for tables that are empty.</summary>
    internal static string WhereNoneIsCounted => $"""
        select set_config('work_mem', '{Memory}', true);
        insert into group_memberships select * from group_memberships_of(array(select id from papers order by id));
        analyze group_memberships;
        with named as (
          select
            g.name,
            {ShortestPeriodSql.OfGroups.StartOf("split_part(g.name, ' ', 1)", "m.day")} as starts_on,
            {GroupMeasuresSql.OfMemberships(indent: 4)}
          from group_memberships m
          cross join unnest(m.groups) as g (name)
          group by 1, 2),
        shortest as (
          select split_part(name, ' ', 1) as dimension, substr(name, strpos(name, ' ') + 1) as rest, starts_on, {GroupMeasuresSql.Names}
          from named),
        counted as (
          select dimension, rest, {ShortestPeriodSql.OfGroups.NameOf("dimension")} as period, starts_on, {GroupMeasuresSql.Names}
          from shortest
          union all
          {Longer(CountedPeriod.Month, "date_trunc('month', starts_on::timestamp)::date")}
          union all
          {Longer(CountedPeriod.All, "date '-infinity'")})
        insert into group_counts ({GroupCountsSql.Columns})
        select
          dimension,
          case when dimension in ({GroupCountsSql.Things}) then rest::bigint else 0 end as target_id,
          case when dimension in ({GroupCountsSql.Things}) then '' else rest end collate "C" as value,
          period,
          starts_on,
          {GroupMeasuresSql.Names}
        from counted
        order by dimension, period, target_id, value, starts_on;
        insert into group_totals (dimension, period, starts_on, groups, papers)
        select dimension, period, starts_on, count(*), sum(papers) from group_counts group by dimension, period, starts_on;
        with changes as (select 1 as sign, coverage from group_memberships),
        {CoverageSql.Differences}
        insert into coverage_counts (source, field, kind, at, papers)
        select source, field, kind, at, papers from covered order by source, field, kind, at;
        analyze group_counts, group_totals, coverage_counts;
        {HubCountsSql.Fill}
        """;

    private static string Longer(CountedPeriod period, string start) => $"""
        select dimension, rest, '{EnumName.For(period)}', {start}, {GroupMeasuresSql.Sums}
          from shortest
          where dimension in ({ShortestPeriodSql.OfGroups.NamesOfLonger(period)})
          group by 1, 2, 4
        """;
}
