using PaperGraph.Model;

namespace PaperGraph.Data.Groups;

/// <summary>
/// What keeps <c>group_hubs</c> and <c>hub_counts</c>, as parts of the statements of <see cref="GroupCountsSql"/>. What is added to the
/// counts of hubs grows with the papers that change. Where something becomes a hub, all of its papers are counted once, and where it is
/// none any more its rows go. No other transaction counts meanwhile: its papers would be missing, or count twice.
/// </summary>
/// <remarks>Nothing is kept here, so that it does not matter which of the two classes is initialized first.</remarks>
public static class HubCountsSql
{
    /// <summary>
    /// How many papers make a hub. To count what twenty thousand papers have takes a tenth of a second; a collection of a million papers
    /// has some thirty hubs.
    /// </summary>
    private const int MinPapers = 20_000;

    private const string Key = "hub_id, dimension, period, target_id, value, starts_on";

    private const string Columns = $"{Key}, {GroupMeasuresSql.Names}";

    private const string Dimension = "split_part(name, ' ', 1)";

    private const string Rest = "substr(name, strpos(name, ' ') + 1)";

    private static string Dimensions => GroupCountsSql.Names(KeptCounts.All.Where(dimension => dimension.MayBeHub()));

    private static string IsKept => string.Join(" and ", KeptCounts.All
        .Where(dimension => !dimension.IsKeptOfHubs(CountedPeriod.All))
        .Select(dimension => $"not starts_with(g.name, '{EnumName.For(dimension)} ')"));

    /// <summary>The first day of the time by which a group <c>g</c> of a paper is counted: each of them is looked at once.</summary>
    /// <param name="day">A column of the paper's day.</param>
    private static string StartOf(string day) => ShortestPeriodSql.OfHubs.StartOf("split_part(g.name, ' ', 1)", day);

    /// <summary>A select of the rows of all periods.</summary>
    /// <param name="named">What they are made of: the hub, the name, the first day, and what is counted.</param>
    private static string EachPeriod(string named) => $"""
        select hub_id, name, {ShortestPeriodSql.OfHubs.NameOf(Dimension)} as period, starts_on, {GroupMeasuresSql.Names}
              from {named}
              union all
              select hub_id, name, 'ALL', date '-infinity', {GroupMeasuresSql.Sums}
              from {named}
              where {Dimension} in ({ShortestPeriodSql.OfHubs.NamesOfLonger(CountedPeriod.All)})
              group by hub_id, name
        """;

    /// <summary>The columns of <see cref="Key"/> behind the hub.</summary>
    private static string Parts => $"""
        {Dimension} as dimension,
              period,
              case when {Dimension} in ({GroupCountsSql.Things}) then {Rest}::bigint else 0 end as target_id,
              case when {Dimension} in ({GroupCountsSql.Things}) then '' else {Rest} end collate "C" as value,
              starts_on
        """;

    /// <summary>A function, so that tests can have hubs of a few papers.</summary>
    internal static string Create => $"""
        create function min_hub_papers() returns integer
        language sql immutable parallel safe as $$ select {MinPapers} $$;

        """;

    internal const string Drop = "drop function min_hub_papers();";

    /// <summary>
    /// What is added to the counts of the present hubs for <c>changes</c>: common table expressions, the last of which,
    /// <c>counted_of_hubs</c>, has the rows as they are then.
    /// </summary>
    internal static string Differences => $"""
        named_of_hubs as (
            select
              h.id as hub_id,
              g.name,
              {StartOf("c.day")} as starts_on,
              sum(c.sign) as papers,
              coalesce(sum(c.sign) filter (where c.has_code), 0) as papers_with_code,
              coalesce(sum(c.sign * c.upvote_count), 0) as upvotes,
              coalesce(sum(c.sign) filter (where c.upvote_count is not null), 0) as upvotes_known,
              coalesce(sum(c.sign * c.comment_count), 0) as comments,
              coalesce(sum(c.sign) filter (where c.comment_count is not null), 0) as comments_known
            from changes c
            cross join unnest(c.groups) as o (name)
            join group_hubs h on h.name = o.name
            cross join unnest(c.groups) as g (name)
            where {IsKept}
            group by 1, 2, 3),
          counted_of_hubs as (
            insert into hub_counts ({Columns})
            select hub_id, {Parts}, {GroupMeasuresSql.Names}
            from (
              {EachPeriod("named_of_hubs")}) as each
            where ({GroupMeasuresSql.Names}) <> (0, 0, 0, 0, 0, 0)
            order by {Key}
            on conflict ({Key}) do update set
              {GroupMeasuresSql.AddedTo("hub_counts", indent: 6)}
            returning hub_counts)
        """;

    /// <summary>The names of what became a hub by the rows <c>counted</c> of <c>group_counts</c>, or is none any more: an array.</summary>
    internal static string Turned => $"""
        select array_agg(t.name)
            from (
              select {NameOf("(group_counts).")} as name, (group_counts).papers
              from counted
              where {IsOfHub("(group_counts).")}) as t
            where (t.papers >= min_hub_papers()) <> exists (select from group_hubs h where h.name = t.name)
        """;

    /// <summary>Statements that make the hubs among <c>turned</c>, and take those away that are none.</summary>
    internal static string Turn => $"""
        with gone as (delete from group_hubs where name = any (turned) returning id)
            delete from hub_counts where hub_id in (select id from gone);
            insert into group_hubs (name)
            select {NameOf("c.")} from group_counts c where {IsHub} and {NameOf("c.")} = any (turned) order by 1;
            {Count("where o.name = any (turned)")};
        """;

    /// <summary>Statements that fill both tables where they are empty, of <c>group_counts</c> and <c>group_memberships</c>.</summary>
    public static string Fill => $"""
        insert into group_hubs (name) select {NameOf("c.")} from group_counts c where {IsHub} order by 1;
        {Count("where true")};
        analyze group_hubs, hub_counts;
        """;

    private static string IsHub => $"{IsOfHub("c.")} and c.papers >= min_hub_papers()";

    private static string Count(string where) => $"""
        with named as (
              select
                h.id as hub_id,
                g.name,
                {StartOf("m.day")} as starts_on,
                {GroupMeasuresSql.OfMemberships(indent: 8)}
              from group_memberships m
              cross join unnest(m.groups) as o (name)
              join group_hubs h on h.name = o.name
              cross join unnest(m.groups) as g (name)
              {where} and {IsKept}
              group by 1, 2, 3)
            insert into hub_counts ({Columns})
            select hub_id, {Parts}, {GroupMeasuresSql.Names}
            from (
              {EachPeriod("named")}) as each
            order by {Key}
        """;

    /// <summary>That a row of <c>group_counts</c> is of what may be a hub: of what papers have, and not of those that have none.</summary>
    private static string IsOfHub(string row) => $"""
        {row}dimension in ({Dimensions}) and {row}period = 'ALL' and ({row}target_id > 0 or {row}value <> '')
        """;

    private static string NameOf(string row) =>
        $"({row}dimension || ' ' || case when {row}value = '' then {row}target_id::text else {row}value end)";
}
