using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Groups;

/// <summary>
/// What keeps <c>group_counts</c> equal to a count of all papers, as statements of the migration that comes behind the tables. Triggers
/// note, once a statement, the papers whose groups or numbers it changed; when the transaction ends, what each of them is counted as is
/// compared with what it was counted as, and the differences are added. So the work grows with the papers that change, each counts once a
/// transaction however many statements touch it, and whoever writes rows, in whatever order, need not know of it.
/// </summary>
public static class GroupCountsSql
{
    /// <summary>Each table whose rows say what papers are counted as.</summary>
    private static readonly string[] EdgesOfPapers =
        ["paper_concepts", "paper_topics", "paper_organizations", "paper_repositories", "listings"];

    private static readonly string[] Operations = ["insert", "update", "delete", "truncate"];

    /// <summary>An expression of the least number of the range that a number of authors is in; -1 where it is not known.</summary>
    /// <param name="number">A column.</param>
    public static string AuthorRange(string number) => $"""
        (case
          when {number} is null then -1
          when {number} <= 2 then {number}
          when {number} <= 5 then 3
          when {number} <= 10 then 6
          when {number} <= 20 then 11
          when {number} <= 50 then 21
          when {number} <= 100 then 51
          else 101 end)
        """;

    // Where a paper has none of a dimension, it is in one group of it all the same.
    private static readonly string Memberships = $$"""
        create function group_memberships_of(bigint[]) returns setof group_memberships
        language sql stable parallel safe set search_path from current as $$
          select
            p.id,
            p.published_order,
            code.is_there,
            p.upvote_count,
            p.comment_count,
            array['PAPER ', 'HAS_CODE ' || code.is_there::text, 'AUTHOR_COUNT ' || {{AuthorRange("p.author_count")}}]
              || coalesce(nullif(array(
                select 'CONCEPT ' || x.concept_id from paper_concepts x where x.paper_id = p.id order by x.concept_id), '{}'),
                '{CONCEPT 0}')
              || coalesce(nullif(array(
                select distinct 'CONCEPT_KIND ' || c.kind
                from paper_concepts x
                join concepts c on c.id = x.concept_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"CONCEPT_KIND "}')
              || coalesce(nullif(array(
                select distinct 'ORGANIZATION ' || x.organization_id from paper_organizations x where x.paper_id = p.id order by 1), '{}'),
                '{ORGANIZATION 0}')
              || coalesce(nullif(array(
                select distinct 'REPOSITORY_HOST ' || r.host
                from paper_repositories x
                join repositories r on r.id = x.repository_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"REPOSITORY_HOST "}')
              || coalesce(nullif(array(
                select distinct 'SOURCE ' || s.source
                from listings x
                join pages s on s.id = x.page_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"SOURCE "}')
              || topics.groups
          from papers p
          cross join lateral (select exists (select from paper_repositories x where x.paper_id = p.id) as is_there) as code
          cross join lateral (
            with recursive above (id, parent_id) as (
              select t.id, t.parent_id from paper_topics x join topics t on t.id = x.topic_id where x.paper_id = p.id
              union
              select t.id, t.parent_id from above join topics t on t.id = above.parent_id)
            select coalesce(array_agg('TOPIC ' || above.id order by above.id), '{TOPIC 0}')
                || case when count(above.parent_id) = 0 then array['TOPIC -2'] end
                || case when count(parents.parent_id) = 0 then array['TOPIC -3'] end as groups
            from above
            left join topics parents on parents.id = above.parent_id) as topics
          where p.id = any ($1)
        $$;

        """;

    /// <summary>What is added to the counts for changes <c>(sign, day, has_code, upvote_count, comment_count, groups)</c>.</summary>
    private const string Differences = """
        named as (
            select
              g.name,
              case when g.name like 'CONCEPT %' or g.name like 'ORGANIZATION %'
                then date_trunc('month', c.day::timestamp)::date else c.day end as day,
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
              case when dimension in ('CONCEPT', 'TOPIC', 'ORGANIZATION', 'AUTHOR_COUNT') then rest::bigint else 0 end as target_id,
              case when dimension in ('CONCEPT', 'TOPIC', 'ORGANIZATION', 'AUTHOR_COUNT') then '' else rest end collate "C" as value,
              period,
              starts_on,
              coalesce(sum(papers), 0) as papers,
              coalesce(sum(papers_with_code), 0) as papers_with_code,
              coalesce(sum(upvotes), 0) as upvotes,
              coalesce(sum(upvotes_known), 0) as upvotes_known,
              coalesce(sum(comments), 0) as comments,
              coalesce(sum(comments_known), 0) as comments_known
            from parted
            where period <> 'DAY' or dimension not in ('CONCEPT', 'ORGANIZATION')
            group by 1, 2, 3, 4, 5)
        """;

    private const string Columns =
        "dimension, target_id, value, period, starts_on, papers, papers_with_code, upvotes, upvotes_known, comments, comments_known";

    // Rows are locked in one order, so that transactions that count at once wait for each other and never in a circle.
    private static readonly string Functions = $$"""
        create function count_papers(bigint[]) returns void
        language plpgsql set search_path from current as $$
        declare
          emptied group_counts[];
        begin
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
              groups = excluded.groups),
          {{Differences}},
          counted as (
            insert into group_counts ({{Columns}})
            select {{Columns}}
            from differences
            where (papers, papers_with_code, upvotes, upvotes_known, comments, comments_known) <> (0, 0, 0, 0, 0, 0)
            order by dimension, target_id, value, period, starts_on
            on conflict (dimension, target_id, value, period, starts_on) do update set
              papers = group_counts.papers + excluded.papers,
              papers_with_code = group_counts.papers_with_code + excluded.papers_with_code,
              upvotes = group_counts.upvotes + excluded.upvotes,
              upvotes_known = group_counts.upvotes_known + excluded.upvotes_known,
              comments = group_counts.comments + excluded.comments,
              comments_known = group_counts.comments_known + excluded.comments_known
            returning group_counts.*)
          select array_agg(row(counted.*)::group_counts) into emptied from counted where counted.papers = 0;
          if emptied is null then return; end if;

          delete from group_counts c
          using unnest(emptied) e
          where (c.dimension, c.target_id, c.value, c.period, c.starts_on) = (e.dimension, e.target_id, e.value, e.period, e.starts_on)
            and c.papers = 0;
        end $$;

        create function note_uncounted_papers() returns trigger
        language plpgsql set search_path from current as $$
        declare
          ids bigint[];
        begin
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
        {Memberships}
        {Functions}
        create constraint trigger count_uncounted_papers after insert on uncounted_changes
        deferrable initially deferred
        for each row execute function count_uncounted_papers();

        {string.Join("\n", EdgesOfPapers.Select(OfEdges))}
        {OfPapers}
        {OfShared}
        """;

    public static string Drop { get; } = $"""
        {string.Join("\n", EdgesOfPapers.Append("papers").SelectMany(table => Operations.Select(operation =>
            $"drop trigger note_uncounted_papers_{TriggerNames.Past(operation)} on {table};")))}
        drop trigger note_uncounted_papers_updated on concepts;
        drop trigger note_uncounted_papers_updated on topics;
        drop trigger count_uncounted_papers on uncounted_changes;
        drop function count_uncounted_papers();
        drop function note_uncounted_papers();
        drop function count_papers(bigint[]);
        drop function group_memberships_of(bigint[]);
        """;

    /// <summary>Statements that count all papers anew, for a database whose triggers were not fired.</summary>
    public static string Fill { get; } = $"""
        truncate group_memberships, group_counts;
        insert into group_memberships select * from group_memberships_of(array(select id from papers order by id));
        with changes as (select 1 as sign, m.* from group_memberships m),
        {Differences}
        insert into group_counts ({Columns})
        select {Columns} from differences order by dimension, period, target_id, value, starts_on;
        analyze group_memberships, group_counts;
        """;

    private static string OfEdges(string table)
    {
        var key = table == "listings" ? "page_id" : $"{TriggerNames.Singular(table["paper_".Length..])}_id";
        return Triggers(table, "select array_agg(distinct paper_id) from changed", $"""
            select array_agg(distinct paper_id)
            from (
              (select paper_id, {key} from before except select paper_id, {key} from changed)
              union all
              (select paper_id, {key} from changed except select paper_id, {key} from before)) as moved
            """);
    }

    private static string OfPapers => Triggers("papers", "select array_agg(id) from changed", """
        select array_agg(c.id)
        from changed c
        join before b using (id)
        where (c.published_order, c.upvote_count, c.comment_count, c.author_count)
          is distinct from (b.published_order, b.upvote_count, b.comment_count, b.author_count)
        """);

    /// <summary>What papers have in common through others: the kinds of concepts, and the topics above topics.</summary>
    private static string OfShared => $"""
        {Trigger("concepts", "update", "old table as before new table as changed", """
            select array_agg(distinct x.paper_id)
            from changed c
            join before b using (id)
            join paper_concepts x on x.concept_id = c.id
            where c.kind <> b.kind
            """)}
        {Trigger("topics", "update", "old table as before new table as changed", """
            select array_agg(distinct x.paper_id)
            from paper_topics x
            where exists (select from changed c join before b using (id) where c.parent_id is distinct from b.parent_id)
            """)}
        """;

    private static string Triggers(string table, string changed, string updated) => $"""
        {Trigger(table, "insert", "new table as changed", changed)}
        {Trigger(table, "update", "old table as before new table as changed", updated)}
        {Trigger(table, "delete", "old table as changed", changed)}
        {Trigger(table, "truncate", "", "select array_agg(paper_id) from group_memberships")}
        """;

    private static string Trigger(string table, string operation, string referencing, string ids) => $"""
        create trigger note_uncounted_papers_{TriggerNames.Past(operation)}
        after {operation} on {table}
        {(referencing == "" ? "" : $"referencing {referencing}")}
        for each statement execute function note_uncounted_papers('{ids}');
        """;
}
