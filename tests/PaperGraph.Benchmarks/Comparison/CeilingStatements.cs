namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// The whole answer of each compared query, made by PostgreSQL in one statement: as good as they can be written by hand over the
/// tables that are there.
/// </summary>
internal static class CeilingStatements
{
    /// <summary>The paper that $1 is a slug of.</summary>
    private const string PaperBySlug = "p.id = (select k.paper_id from paper_keys k where k.kind = 'SLUG' and k.key = $1)";

    private const string Organizations = """
        json_build_object('nodes', coalesce((
          select json_agg(json_build_object('name', o.name) order by e.rank, e.organization_id)
          from (
            select x.organization_id, min(case x.role when 'SUBMITTED' then 1 when 'AFFILIATED' then 2 else 3 end) as rank
            from paper_organizations x
            where x.paper_id = p.id
            group by x.organization_id
            order by 2, 1
            limit 20) e
          join organizations o on o.id = e.organization_id), '[]'))
        """;

    private const string Repositories = """
        json_build_object('nodes', coalesce((
          select json_agg(json_build_object('url', r.url) order by e.repository_id)
          from (select x.repository_id from paper_repositories x where x.paper_id = p.id order by 1 limit 20) e
          join repositories r on r.id = e.repository_id), '[]'))
        """;

    /// <summary>The newest 20 of which a condition holds, with organizations and five concepts.</summary>
    private static string Newest(string condition) => $"""
        select json_build_object('data', json_build_object('papers', json_build_object('nodes', coalesce((
          select json_agg(json_build_object('title', p.title, 'organizations', {Organizations}, 'concepts', {Concepts(5, "'name', c.name, 'kind', c.kind")})
            order by p.published_order desc, p.id desc)
          from (
            select x.id, x.title, x.published_order
            from papers x
            where {condition}
            order by x.published_order desc, x.id desc
            limit 20) p), '[]'))))
        """;

    private static string Concepts(int first, string fields) => $"""
        json_build_object('nodes', coalesce((
          select json_agg(json_build_object({fields}) order by e.weight desc, e.concept_id desc)
          from (
            select x.concept_id, x.weight
            from paper_concepts x
            where x.paper_id = p.id
            order by x.weight desc, x.concept_id desc
            limit {first}) e
          join concepts c on c.id = e.concept_id), '[]'))
        """;

    /// <summary>A paper as the lists of Q6 and Q7 show it, the newest first.</summary>
    private const string Listed = """
        json_agg(json_build_object('title', p.title, 'publishedOn', p.published_on) order by p.published_order desc, p.id desc)
        """;

    public static string Q1 { get; } = $"""
        select json_build_object('data', json_build_object('paper', (
          select json_build_object(
            'title', p.title, 'publishedOn', p.published_on,
            'organizations', {Organizations}, 'repositories', {Repositories}, 'concepts', {Concepts(20, "'name', c.name, 'kind', c.kind")})
          from papers p
          where {PaperBySlug})))
        """;

    public static string Q2 { get; } = Newest("true");

    public static string Q2b { get; } = Newest("x.published_order <= $1 and x.published_order > date '-infinity'");

    public static string Q3 { get; } = $"""
        select json_build_object('data', json_build_object('paper', (
          select json_build_object('related', json_build_object('nodes', coalesce((
            select json_agg(json_build_object('title', p.title, 'concepts', {Concepts(5, "'name', c.name")}) order by l.rank)
            from related_papers x
            cross join lateral unnest(x.related_ids[1:10]) with ordinality as l(related_id, rank)
            join papers p on p.id = l.related_id
            where x.paper_id = k.paper_id), '[]')))
          from paper_keys k
          where k.kind = 'SLUG' and k.key = $1)))
        """;

    public static string Q4 { get; } = $"""
        select json_build_object('data', json_build_object('concept', (
          select json_build_object('papers', json_build_object('nodes', coalesce((
            select json_agg(json_build_object('title', p.title, 'organizations', {Organizations}, 'repositories', {Repositories})
              order by p.published_order desc, p.id desc)
            from (
              select x.id, x.title, e.published_order
              from (
                select y.paper_id, y.published_order
                from paper_concepts y
                where y.concept_id = s.concept_id
                order by y.published_order desc, y.paper_id desc
                limit 20) e
              join papers x on x.id = e.paper_id) p), '[]')))
          from concept_slugs s
          where s.slug = $1)))
        """;

    public static string Q6 { get; } = $"""
        select json_build_object('data', json_build_object('papers', json_build_object('nodes', coalesce((
          select {Listed}
          from (
            select x.id, x.title, x.published_on, x.published_order
            from papers x
            where x.search @@ plainto_tsquery('papergraph', search_words($1))
            order by x.published_order desc, x.id desc
            limit 20) p), '[]'))))
        """;

    public static string Q7 { get; } = $"""
        with found as materialized (
          select e.paper_id, e.published_order
          from (
            {PapersOf("$1")}
            intersect
            {PapersOf("$2")}) e
          where exists (select from paper_repositories r where r.paper_id = e.paper_id))
        select json_build_object('data', json_build_object('papers', json_build_object(
          'totalCount', (select count(*) from found),
          'nodes', coalesce((
            select {Listed}
            from (
              select x.id, x.title, x.published_on, x.published_order
              from (select * from found order by published_order desc, paper_id desc limit 20) f
              join papers x on x.id = f.paper_id) p), '[]'))))
        """;

    // An intersection, since the planner does not know which concepts it is and takes both for small: it would join them row by row.
    private static string PapersOf(string concept) => $"""
        select x.paper_id, x.published_order
        from paper_concepts x
        where x.concept_id = (select s.concept_id from concept_slugs s where s.slug = {concept}) and x.published_order between $3 and $4
        """;

    /// <summary>A word that few papers have: all of them are ranked.</summary>
    public static string Q8 { get; } = $"""
        with asked as materialized (select to_tsquery('papergraph', search_words($1)) as words),
        found as materialized (
          select x.id, x.published_order
          from papers x
          where x.search @@ (select words from asked)),
        chosen as (
          select id
          from ((select id from found
            order by published_order desc, id desc
            limit case when (select count(*) from found) <= 1000 then 1000 else 300 end)
            union
            (select x.id
            from papers x
            where x.title_search @@ (select words from asked) and (select count(*) from found) > 1000
            order by x.published_order desc, x.id desc
            limit 100)) c)
        {Ranked("(select count(*) from found)")}
        """;

    /// <summary>A word that many have: the newest are ranked, and the newest whose titles have it.</summary>
    public static string Q9 { get; } = $"""
        with asked as materialized (select to_tsquery('papergraph', search_words($1)) as words),
        cut as materialized (
          select x.published_order as day from papers x order by x.published_order desc, x.id desc offset 1499 limit 1),
        far_cut as materialized (
          select x.published_order as day from papers x order by x.published_order desc, x.id desc offset 23999 limit 1),
        found as materialized (
          select x.id, x.published_order
          from papers x
          where x.search @@ (select words from asked) and x.published_order >= (select day from cut)),
        titles as materialized (
          select x.id, x.published_order
          from papers x
          where x.title_search @@ (select words from asked) and x.published_order >= (select day from cut)),
        more_titles as materialized (
          select x.id, x.published_order
          from papers x
          where x.title_search @@ (select words from asked) and x.published_order >= (select day from far_cut)
            and (select count(*) from titles) < 100),
        chosen as (
          select id
          from ((select id from found order by published_order desc, id desc limit 300)
            union
            (select id from (
              select * from titles where (select count(*) from titles) >= 100
              union all
              select * from more_titles) t
            order by published_order desc, id desc
            limit 100)) c)
        {Ranked("""
            ((select count(*) from found)
              * greatest((select reltuples from pg_class where oid = 'papers'::regclass), 1500) / 1500)::bigint
            """)}
        """;

    /// <summary>
    /// What is called so comes first, then what begins so, the best known first: a name that begins so counts for eight times as many
    /// papers as one of which a later word does. Of many names that begin so the best known are taken.
    /// </summary>
    public static string Q10 { get; } = """
        with typed as materialized (select search_key($1) as key),
        few as materialized (
          select target_id, name, popularity, is_whole, key
          from search_names
          where key >= (select key from typed) and key < (select key from typed) || U&'\+10FFFF' and kind = 'CONCEPT'
          limit 201),
        popular as (
          select best.*
          from (values (true), (false)) as part (is_whole)
          cross join lateral (
            select of_step.*
            from generate_series(
              (select max(popularity) from search_names where kind = 'CONCEPT')::integer, 0, -1) as step
            cross join lateral (
              select n.target_id, n.name, n.popularity, n.is_whole, n.key
              from search_names n
              where n.kind = 'CONCEPT' and n.popularity = step and n.is_whole = part.is_whole
                and n.key >= (select key from typed) and n.key < (select key from typed) || U&'\+10FFFF'
              order by n.key, n.target_id
              limit 40) as of_step
            limit 40) as best
          where (select count(*) from few) > 200),
        called as (
          select target_id, name, popularity, is_whole, key
          from search_names
          where key between (select key from typed) and (select key from typed) and is_whole and kind = 'CONCEPT'
          limit 200),
        best as (
          select distinct on (target_id) n.*, n.is_whole and n.key = (select key from typed) as is_exact
          from (
            select * from few where (select count(*) from few) <= 200
            union all
            select * from popular
            union all
            select * from called) n
          order by target_id, is_exact desc, is_whole desc, popularity desc, name collate "C")
        select json_build_object('data', json_build_object('suggest', coalesce((
          select json_agg(json_build_object('text', n.name, 'node', json_build_object('paperCount', c.paper_count))
            order by n.place)
          from (
            select *, row_number() over (
              order by is_exact desc, popularity::real + 6 * is_whole::integer desc, is_whole desc, length(name), target_id) as place
            from best
            order by place
            limit 10) n
          join concepts c on c.id = n.target_id), '[]')))
        """;

    private static string Ranked(string total) => $"""
        select json_build_object('data', json_build_object('search', json_build_object(
          'totalCount', {total},
          'nodes', coalesce((
            select json_agg(json_build_object('title', p.title, 'publishedOn', p.published_on)
              order by p.score desc, p.published_order desc, p.id desc)
            from (
              select x.id, x.title, x.published_on, x.published_order,
                (0.15 * least(1, ln(1 + greatest(x.upvote_order, 0)) / 7) + case
                  when x.title_search @@ (select words from asked)
                    then 2 + 0.3 * ts_rank_cd(x.search, (select words from asked), 32)
                      + 0.3 * least(1, length($1)::real / length(x.title))
                  else 1 + 0.8 * ts_rank_cd(x.search, (select words from asked), 32) end)::real as score
              from chosen
              join papers x using (id)
              order by 5 desc, 4 desc, 1 desc
              limit 20) p), '[]'))))
        """;
}
