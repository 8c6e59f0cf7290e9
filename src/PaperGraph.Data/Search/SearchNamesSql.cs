using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;

namespace PaperGraph.Data.Search;

/// <summary>
/// What keeps <c>search_names</c> equal to the names that it repeats, as statements of the migration that comes behind the tables.
/// Triggers do it, once a statement and for the rows alone that it changed: names and counts of papers are written by many stages, and
/// by whoever mends a database by hand. A transaction that writes a name by several statements says so (<see cref="SearchNameMerge"/>):
/// then the triggers only note whose names changed, and all are made once.
/// </summary>
public static class SearchNamesSql
{
    private static readonly string[] Named = ["concepts", "organizations", "repositories", "authors", "topics"];

    private static readonly (string Table, string Owner)[] MoreNames =
        [("concept_names", "concept"), ("organization_names", "organization")];

    // Of one id all names; of each the key from the first word on and, but for repositories, from each later one that says something. A
    // name of a concept is as well known as it is written often: else all that a great concept was ever called came before the rest.
    private const string Functions = $"""
        create function search_names_of(text, bigint[]) returns setof search_names
        language sql stable parallel safe set search_path from current as $$
          with asked (id) as (select unnest($2)),
          named (target_id, name, is_best, paper_count) as (
            select c.id, c.name, true, c.paper_count from asked join concepts c using (id) where $1 = 'CONCEPT'
            union all
            select c.id, n.name, false, least(c.paper_count, n.mention_count)
            from asked
            join concepts c using (id)
            join concept_names n on n.concept_id = c.id
            where $1 = 'CONCEPT'
            union all
            select o.id, o.name, true, o.paper_count from asked join organizations o using (id) where $1 = 'ORGANIZATION'
            union all
            select o.id, n.name, false, o.paper_count
            from asked
            join organizations o using (id)
            join organization_names n on n.organization_id = o.id
            where $1 = 'ORGANIZATION'
            union all
            select r.id, r.owner || '/' || r.name, true, r.paper_count from asked join repositories r using (id) where $1 = 'REPOSITORY'
            union all
            select r.id, r.name, false, r.paper_count from asked join repositories r using (id) where $1 = 'REPOSITORY'
            union all
            select a.id, a.name, true, a.paper_count from asked join authors a using (id) where $1 = 'AUTHOR'
            union all
            select t.id, t.name, true, t.paper_count from asked join topics t using (id) where $1 = 'TOPIC'),
          keyed as materialized (select *, string_to_array(search_key(name), ' ') as words from named),
          begun as (
            select keyed.*, word.place = 1 as is_whole, left(array_to_string(words[word.place:], ' '), 120) collate "C" as key
            from keyed
            cross join lateral unnest(words) with ordinality as word (text, place)
            where word.place = 1
              or $1 <> 'REPOSITORY'
                and word.place <= 8
                and length(word.text) > 1
                and word.text <> all (array['of', 'the', 'and', 'for', 'in', 'on', 'to', 'with', 'by', 'from', 'at', 'an', 'de', 'la']))
          select distinct on (target_id, key) $1, target_id, key, name, is_whole, search_popularity(paper_count)
          from begun
          where key <> ''
          order by target_id, key, is_whole desc, is_best desc, name collate "C"
        $$;

        create function keep_search_names(text, bigint[]) returns void
        language sql set search_path from current as $$
          with present as materialized (select * from search_names_of($1, $2)),
          gone as (
            delete from search_names s
            where s.kind = $1 and s.target_id = any ($2)
              and not exists (select from present p where (p.target_id, p.key) = (s.target_id, s.key)))
          insert into search_names
          select * from present
          on conflict (kind, target_id, key) do update
          set name = excluded.name, is_whole = excluded.is_whole, popularity = excluded.popularity
          where (search_names.name, search_names.is_whole, search_names.popularity)
            is distinct from (excluded.name, excluded.is_whole, excluded.popularity)
        $$;

        create function keep_search_popularity(text, bigint[]) returns void
        language sql set search_path from current as $$
          update search_names s
          set popularity = search_popularity(counted.paper_count)
          from (
            select id, name, paper_count from concepts where $1 = 'CONCEPT' and id = any ($2)
            union all
            select c.id, n.name, least(c.paper_count, n.mention_count)
            from concepts c
            join concept_names n on n.concept_id = c.id and n.name <> c.name
            where $1 = 'CONCEPT' and c.id = any ($2)
            union all
            select id, null, paper_count from organizations where $1 = 'ORGANIZATION' and id = any ($2)
            union all
            select id, null, paper_count from repositories where $1 = 'REPOSITORY' and id = any ($2)
            union all
            select id, null, paper_count from authors where $1 = 'AUTHOR' and id = any ($2)
            union all
            select id, null, paper_count from topics where $1 = 'TOPIC' and id = any ($2)) counted (id, name, paper_count)
          where s.kind = $1 and s.target_id = counted.id and (counted.name is null or s.name = counted.name)
            and s.popularity <> search_popularity(counted.paper_count)
        $$;

        create function keep_search_names() returns trigger
        language plpgsql set search_path from current as $$
        declare
          named bigint[];
          counted bigint[];
        begin
          -- A first import makes all names in the end, with its counts.
          if {PostponedCount.IsPostponed} then
            perform pg_advisory_xact_lock_shared({PostponedCount.Lock});
            if {PostponedCount.IsPostponed} then return null; end if;
          end if;
          execute tg_argv[1] into named, counted;
          if current_setting('papergraph.search_names', true) = 'collected' then
            insert into collected_names (kind, target_id, is_named)
            select tg_argv[0], unnest(named), true
            union all
            select tg_argv[0], unnest(counted), false;
            return null;
          end if;
          if named is not null then perform keep_search_names(tg_argv[0], named); end if;
          if counted is not null then perform keep_search_popularity(tg_argv[0], counted); end if;
          return null;
        end $$;

        """;

    public static string Create { get; } = $"""
        {Functions}
        {string.Join("\n", Named.Select(OfNamed))}
        {string.Join("\n", MoreNames.Select(names => OfNames(names.Table, names.Owner)))}
        {Trigger("concept_names", "update", "old table as before new table as changed", "CONCEPT", """
            select
                null,
                array_agg(distinct c.concept_id)
                    filter (where search_popularity(b.mention_count) <> search_popularity(c.mention_count))
            from changed c
            join before b using (concept_id, name)
            """)}
        """;

    /// <summary>Takes away what <see cref="Create"/> makes, and what its earlier versions made.</summary>
    public static string Drop { get; } = $"""
        {string.Join("\n", Named.Concat(MoreNames.Select(names => names.Table)).Select(table => $"""
            drop trigger keep_search_names_inserted on {table};
            drop trigger keep_search_names_deleted on {table};
            """))}
        {string.Join("\n", Named.Append("concept_names").Select(table => $"drop trigger keep_search_names_updated on {table};"))}
        drop function keep_search_names();
        drop function keep_search_names(text, bigint[]);
        drop function if exists keep_search_popularity(text, bigint[]);
        drop function search_names_of(text, bigint[]);
        """;

    /// <summary>A statement that makes all rows anew, for a database whose triggers were not fired.</summary>
    public static string Fill { get; } = $"""
        truncate search_names;
        {FillWhereNoneIs}
        """;

    /// <summary>The same for a table that is empty.</summary>
    internal static string FillWhereNoneIs => $"""
        {string.Join("\n", Named.Select(table => $"""
            insert into search_names
            select * from search_names_of('{KindOf(table)}', array(select id from {table}));
            """))}
        """;

    private static string OfNamed(string table)
    {
        const string All = "select array_agg(id), null from changed";
        var isRenamed = table == "repositories" ? "(b.owner, b.name) <> (c.owner, c.name)" : "b.name <> c.name";
        return $"""
            {Trigger(table, "insert", "new table as changed", KindOf(table), All)}
            {Trigger(table, "update", "old table as before new table as changed", KindOf(table), $"""
                select
                    array_agg(c.id) filter (where {isRenamed}),
                    array_agg(c.id) filter (
                        where not ({isRenamed}) and search_popularity(b.paper_count) <> search_popularity(c.paper_count))
                from changed c
                join before b using (id)
                """)}
            {Trigger(table, "delete", "old table as changed", KindOf(table), All)}
            """;
    }

    /// <summary>Their names are part of the key, and never updated; how often concepts are called so is.</summary>
    private static string OfNames(string table, string owner)
    {
        var ids = $"select array_agg(distinct {owner}_id), null from changed";
        return $"""
            {Trigger(table, "insert", "new table as changed", owner.ToUpperInvariant(), ids)}
            {Trigger(table, "delete", "old table as changed", owner.ToUpperInvariant(), ids)}
            """;
    }

    private static string Trigger(string table, string operation, string referencing, string kind, string ids) => $"""
        create trigger keep_search_names_{TriggerNames.Past(operation)}
        after {operation} on {table}
        referencing {referencing}
        for each statement execute function keep_search_names('{kind}', '{ids}');
        """;

    private static string KindOf(string table) => TriggerNames.Singular(table).ToUpperInvariant();
}
