using PaperGraph.Model;

namespace PaperGraph.Data.Groups;

/// <summary>
/// What keeps <c>group_counts</c> equal to a count of all papers, as statements of the migration that comes behind the tables. Triggers
/// note, once a statement, the papers whose groups or numbers it changed; when the transaction ends, what each of them is counted as is
/// compared with what it was counted as, and the differences are added. So the work grows with the papers that change, each counts once a
/// transaction however many statements touch it, and whoever writes rows, in whatever order, need not know of it.
/// </summary>
public static class GroupCountsSql
{
    /// <summary>
    /// The lock of the one transaction that counts, as each does when it ends, and of one that changes what many papers have in common, so
    /// that it sees all of these papers, and no other counts by what was before.
    /// </summary>
    internal const string Lock = "7247433003";

    internal static readonly string Things = Names(KeptCounts.OfTargets);

    /// <summary>What is added to the counts for <c>changes</c>: rows of memberships, each with a sign.</summary>
    private static readonly string Differences = $"""
        named as (
            select
              g.name,
              {ShortestPeriodSql.OfGroups.StartOf("split_part(g.name, ' ', 1)", "c.day")} as day,
              sum(c.sign) as papers,
              sum(c.sign) filter (where c.has_code) as papers_with_code,
              sum(c.sign * c.upvote_count) as upvotes,
              sum(c.sign) filter (where c.upvote_count is not null) as upvotes_known,
              sum(c.sign * c.comment_count) as comments,
              sum(c.sign) filter (where c.comment_count is not null) as comments_known
            from changes c
            cross join unnest(c.groups) as g (name)
            group by 1, 2),
          parted as (
            select
              split_part(n.name, ' ', 1) as dimension,
              substr(n.name, strpos(n.name, ' ') + 1) as rest,
              period.name as period,
              period.starts_on,
              n.*
            from named n
            cross join lateral (values
              ('DAY', n.day),
              ('MONTH', date_trunc('month', n.day::timestamp)::date),
              ('ALL', date '-infinity')) as period (name, starts_on)),
          differences as (
            select
              dimension,
              case when dimension in ({Things}) then rest::bigint else 0 end as target_id,
              case when dimension in ({Things}) then '' else rest end collate "C" as value,
              period,
              starts_on,
              coalesce(sum(papers), 0) as papers,
              coalesce(sum(papers_with_code), 0) as papers_with_code,
              coalesce(sum(upvotes), 0) as upvotes,
              coalesce(sum(upvotes_known), 0) as upvotes_known,
              coalesce(sum(comments), 0) as comments,
              coalesce(sum(comments_known), 0) as comments_known
            from parted
            where {string.Join(" or ", Enum.GetValues<CountedPeriod>().Select(IsKept))}
            group by 1, 2, 3, 4, 5),
          {CoverageSql.Differences},
          {HubCountsSql.Differences}
        """;

    internal const string Columns =
        $"dimension, target_id, value, period, starts_on, {GroupMeasuresSql.Names}";

    // Whoever counts sees all that others have counted: what became a hub meanwhile, and its papers.
    private static readonly string Functions = $$"""
        create function count_papers(bigint[]) returns void
        language plpgsql set search_path from current as $$
        declare
          emptied group_counts[];
          emptied_totals group_totals[];
          unknown coverage_counts[];
          emptied_of_hubs hub_counts[];
          turned text[];
        begin
          perform pg_advisory_xact_lock({{Lock}});
          perform from group_memberships where paper_id = any ($1) order by paper_id for update;
          with former as materialized (select * from group_memberships where paper_id = any ($1)),
          present as materialized (select * from group_memberships_of($1)),
          gone as materialized (table former except table present),
          come as materialized (table present except table former),
          changes as (
            select -1 as sign, gone.* from gone
            union all
            select 1, come.* from come),
          forgotten as (
            delete from group_memberships where paper_id = any (array(select paper_id from gone except select paper_id from present))),
          remembered as (
            insert into group_memberships
            select * from come
            on conflict (paper_id) do update set
              day = excluded.day,
              has_code = excluded.has_code,
              upvote_count = excluded.upvote_count,
              comment_count = excluded.comment_count,
              groups = excluded.groups,
              coverage = excluded.coverage),
          {{Differences}},
          counted as (
            insert into group_counts ({{Columns}})
            select {{Columns}}
            from differences
            where ({{GroupMeasuresSql.Names}}) <> (0, 0, 0, 0, 0, 0)
            order by dimension, target_id, value, period, starts_on
            on conflict (dimension, target_id, value, period, starts_on) do update set
              {{GroupMeasuresSql.AddedTo("group_counts", indent: 6)}}
            returning group_counts, xmax = 0 as is_new),
          summed as (
            insert into group_totals (dimension, period, starts_on, groups, papers)
            select dimension, period, starts_on, sum(groups), sum(papers)
            from (
              select dimension, period, starts_on, 0 as groups, papers from differences where papers <> 0
              union all
              select (group_counts).dimension, (group_counts).period, (group_counts).starts_on, case when is_new then 1 else -1 end, 0
              from counted
              where is_new or (group_counts).papers = 0) as changed
            group by dimension, period, starts_on
            having (sum(groups), sum(papers)) <> (0, 0)
            order by dimension, period, starts_on
            on conflict (dimension, period, starts_on) do update set
              groups = group_totals.groups + excluded.groups,
              papers = group_totals.papers + excluded.papers
            returning group_totals),
          known as (
            insert into coverage_counts (source, field, kind, at, papers)
            select source, field, kind, at, papers from covered order by source, field, kind, at
            on conflict (source, field, kind, at) do update set papers = coverage_counts.papers + excluded.papers
            returning coverage_counts)
          select
            (select array_agg(group_counts) from counted where (group_counts).papers = 0),
            (select array_agg(group_totals) from summed where (group_totals).papers = 0),
            (select array_agg(coverage_counts) from known where (coverage_counts).papers = 0),
            (select array_agg(hub_counts) from counted_of_hubs where (hub_counts).papers = 0),
            ({{HubCountsSql.Turned}})
          into emptied, emptied_totals, unknown, emptied_of_hubs, turned;

          delete from group_counts c
          using unnest(emptied) e
          where (c.dimension, c.target_id, c.value, c.period, c.starts_on) = (e.dimension, e.target_id, e.value, e.period, e.starts_on)
            and c.papers = 0;
          delete from group_totals t
          using unnest(emptied_totals) e
          where (t.dimension, t.period, t.starts_on) = (e.dimension, e.period, e.starts_on) and t.papers = 0;
          delete from coverage_counts c
          using unnest(unknown) e
          where (c.source, c.field, c.kind, c.at) = (e.source, e.field, e.kind, e.at) and c.papers = 0;
          delete from hub_counts c
          using unnest(emptied_of_hubs) e
          where (c.hub_id, c.dimension, c.period, c.target_id, c.value, c.starts_on)
              = (e.hub_id, e.dimension, e.period, e.target_id, e.value, e.starts_on)
            and c.papers = 0;
          if turned is not null then
            {{HubCountsSql.Turn}}
          end if;
        end $$;

        create function note_uncounted_papers() returns trigger
        language plpgsql set search_path from current as $$
        declare
          ids bigint[];
          is_shared boolean;
        begin
          -- A first import counts all papers in the end (PostponedCount), which waits for this transaction, or has been before.
          if {{PostponedCount.IsPostponed}} then
            perform pg_advisory_xact_lock_shared({{PostponedCount.Lock}});
            if {{PostponedCount.IsPostponed}} then return null; end if;
          end if;
          if tg_argv[1] is not null then
            execute tg_argv[1] into is_shared;
            if not is_shared then return null; end if;
            perform pg_advisory_xact_lock({{Lock}});
          end if;
          execute tg_argv[0] into ids;
          if ids is not null then
            insert into uncounted_changes (transaction_id, paper_ids) values (pg_current_xact_id(), ids);
          end if;
          return null;
        end $$;

        create function count_uncounted_papers() returns trigger
        language plpgsql set search_path from current as $$
        declare
          ids bigint[];
        begin
          -- The first of the transaction's rows takes them all.
          if not exists (select from uncounted_changes where id = new.id) then return null; end if;
          with taken as (delete from uncounted_changes where transaction_id = pg_current_xact_id() returning paper_ids)
          select array_agg(distinct paper_id) into ids from taken cross join unnest(paper_ids) as paper_id;
          perform count_papers(ids);
          return null;
        end $$;

        """;

    public static string Create { get; } = $"""
        {GroupMembershipsSql.Create}
        {HubCountsSql.Create}
        {Functions}
        create constraint trigger count_uncounted_papers after insert on uncounted_changes
        deferrable initially deferred
        for each row execute function count_uncounted_papers();

        {GroupTriggersSql.Create}
        """;

    public static string Drop { get; } = $"""
        {GroupTriggersSql.Drop}
        drop trigger count_uncounted_papers on uncounted_changes;
        drop function count_uncounted_papers();
        drop function note_uncounted_papers();
        drop function count_papers(bigint[]);
        {HubCountsSql.Drop}
        drop function group_memberships_of(bigint[]);
        """;

    private static string IsKept(CountedPeriod period) =>
        $"period = '{EnumName.For(period)}' and dimension in ({Names(KeptCounts.All.Where(each => each.IsKeptBy(period)))})";

    internal static string Names(IEnumerable<CountedDimension> dimensions) =>
        string.Join(", ", dimensions.Select(dimension => $"'{EnumName.For(dimension)}'"));
}
