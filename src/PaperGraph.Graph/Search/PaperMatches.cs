using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>
/// The papers that a search finds, ranked: of a frequent word not all, but what is named so, the newest of the titles that have the words,
/// and the newest of the texts. They are looked for among the newest papers first, where an index of words and days finds them without
/// going through all that have the word; each step is taken only where the one before found too few.
/// </summary>
/// <param name="text">What was typed.</param>
/// <param name="search">The same, understood.</param>
/// <param name="where">What else must hold of the paper <c>p</c>, each condition with <c>and</c> before it; null for nothing.</param>
internal sealed class PaperMatches(string text, SearchText search, SqlFragment? where)
{
    /// <summary>How many papers are ranked where more match: the newest.</summary>
    public const int MaxNewest = 300;

    /// <summary>And of those whose titles match.</summary>
    public const int MaxTitles = 100;

    /// <summary>How many matches are all ranked.</summary>
    public const int MaxRanked = 1_000;

    private const int Near = 1_500;

    private const int Far = 24_000;

    /// <summary>So many matches are read at once where the newest papers let expect no more.</summary>
    private const int MaxRead = 5_000;

    private const int MaxBegun = 20;

    private const int MinBegin = 3;

    /// <summary>
    /// Appends common table expressions: <c>matches (node, day, score, field)</c>, and <c>matched (rows, is_estimate)</c>, how many papers
    /// there are of which these are the best.
    /// </summary>
    public void Append(SqlText sql)
    {
        var (titleKey, begin) = (TitleKey.Create(text), text.Trim().ToLowerInvariant());
        var (arxivKey, doi) = (ArxivIds.ParseKey(text.Trim()) ?? "", Doi.Parse(text.Trim()) ?? "");
        sql.Append($"""
            near_cut (day) as materialized ({Cut(Near)}),
            far_cut (day) as materialized ({Cut(Far)}),
            wanted as materialized (
              select
                to_tsquery('papergraph', search_words({search.Query})) as words,
                to_tsquery('papergraph', search_words({search.Relaxed ?? ""})) as side_by_side,
                to_tsquery('papergraph', search_words({search.AnyWord})) as any_word,
                to_tsquery('papergraph', search_words({search.Phrase})) as phrase),
            named (id, base, field) as materialized (
              select p.id, 5, case k.kind when 'ARXIV' then 'ARXIV_ID' else k.kind end
              from paper_keys k
              join papers p on p.id = k.paper_id
              where (k.kind, k.key) in (('TITLE', {titleKey}), ('ARXIV', {arxivKey}), ('DOI', {doi})){where}),
            begun (id, base, field) as materialized (
              select p.id, 3, 'TITLE'
              from papers p
              where {begin.Length >= MinBegin}
                and p.title_order >= {begin} and p.title_order < {begin + char.ConvertFromUtf32(0x10FFFF)}{where}
              order by p.title_order, p.id
              limit {RawSql.Number(MaxBegun)}),

            """);
        AppendSteps(sql, "", "p.search", MaxNewest, new("true"));
        sql.Append($"""
            newest (id, base, field) as materialized (
              select id, 1, 'ABSTRACT'
              from steps
              order by day desc, id desc
              limit case when (select count(*) from ever) between 1 and {RawSql.Number(MaxRanked)}
                then {RawSql.Number(MaxRanked)} else {RawSql.Number(MaxNewest)} end),

            """);
        AppendSteps(sql, "title_", "p.title_search", MaxTitles, new($"(select count(*) from steps) > (select count(*) from newest)"));
        sql.Append($"""
            titles (id, base, field) as materialized (
              select id, 2, 'TITLE' from title_steps order by day desc, id desc limit {RawSql.Number(MaxTitles)}),
            relaxed (id, base, field) as materialized (
              select found.*
              from (
                (select p.id, 0, 'TITLE'
                from papers p
                where p.title_search @@ (select side_by_side from wanted) and {NothingElse}{where}
                order by p.published_order desc, p.id desc
                limit {RawSql.Number(MaxTitles)})
                union all
                (select p.id, 0, 'ABSTRACT'
                from papers p
                where p.search @@ (select side_by_side from wanted) and p.published_order >= (select day from far_cut)
                  and {NothingElse}{where}
                order by p.published_order desc, p.id desc
                limit {RawSql.Number(MaxNewest)})) as found),
            chosen (id, base, field) as (
              select distinct on (id) id, base, field
              from (
                select * from named
                union all select * from begun
                union all select * from newest
                union all select * from titles
                union all select * from relaxed) as found
              order by id, base desc),
            matches (node, day, score, field) as materialized (
              select p.id, p.published_order,
                (liked.part + case
                  when c.base = 5 then 5
                  when c.base = 3 and p.title_order like {NamePattern.Escape(begin) + ":%"} then 3.4
                  when c.base = 0 then 0.8 * ts_rank(p.search, (select any_word from wanted), 32)
                  when titled.is_so then 2 + 0.3 * (c.base = 3)::integer + 0.3 * ts_rank_cd(p.search, (select words from wanted), 32)
                    + 0.3 * least(1, {(float)begin.Length} / length(p.title))
                    + 0.4 * (p.title_search @@ (select phrase from wanted))::integer
                  when c.base = 3 then 2.3
                  else 1 + 0.8 * ts_rank_cd(p.search, (select words from wanted), 32) end)::real,
                case when titled.is_so and c.base < 5 then 'TITLE' else c.field end
              from chosen c
              join papers p using (id)
              cross join lateral (select p.title_search @@ (select words from wanted) as is_so) as titled
              cross join lateral (select 0.15 * least(1, ln(1 + greatest(p.upvote_order, 0)) / 7) as part) as liked),
            used (step) as materialized (
              select 'NEAR' where (select count(*) from near) >= {RawSql.Number(MaxNewest)}
              union all
              select 'FAR' where (select count(*) from far) >= {RawSql.Number(MaxNewest)}),
            matched (rows, is_estimate) as (
              select
                case
                  when exists (select from used where step = 'NEAR') then {ShareOf("near", Near)}
                  when exists (select from used where step = 'FAR') then {ShareOf("far", Far)}
                  else greatest((select count(*) from ever), (select count(*) from matches)) end,
                exists (select from used))
            """);
    }

    /// <summary>That nothing has all the words or is called so.</summary>
    private static RawSql NothingElse =>
        new("not exists (select from steps) and not exists (select from named) and not exists (select from begun)");

    /// <summary>
    /// Appends <c>near</c>, <c>far</c> and <c>ever</c> (id, day): what matches among the newest papers, among more of them, and among all;
    /// and <c>steps</c>, the first of them that has enough.
    /// </summary>
    private void AppendSteps(SqlText sql, string prefix, string column, int enough, RawSql condition)
    {
        var (near, far, ever) = (new RawSql(prefix + "near"), new RawSql(prefix + "far"), new RawSql(prefix + "ever"));
        var (least, words) = (RawSql.Number(enough), new RawSql(column));
        sql.Append($"""
            {near} (id, day) as materialized (
              select p.id, p.published_order
              from papers p
              where {words} @@ (select words from wanted) and p.published_order >= (select day from near_cut)
                and {condition} and {IsPart("near")}{where}),
            {far} (id, day) as materialized (
              select p.id, p.published_order
              from papers p
              where {words} @@ (select words from wanted) and p.published_order >= (select day from far_cut)
                and {condition} and (select count(*) from {near}) < {least}
                and (select count(*) from {near}) * {Scale(Near)} >= {RawSql.Number(MaxRead)} and {IsPart("far")}{where}),
            {ever} (id, day) as materialized (
              select p.id, p.published_order
              from papers p
              where {words} @@ (select words from wanted) and {condition}
                and (select count(*) from {near}) < {least} and (select count(*) from {far}) < {least}{where}),
            {new RawSql(prefix + "steps")} (id, day) as (
              select * from {near} where (select count(*) from {near}) >= {least}
              union all
              select * from {far} where (select count(*) from {far}) >= {least}
              union all
              select * from {ever}),

            """);
    }

    /// <summary>The day since which there are so many papers; the beginning of time where there are fewer.</summary>
    private static RawSql Cut(int papers) => new($"""
        select coalesce(
            (select x.published_order from papers x order by x.published_order desc, x.id desc offset {papers - 1} limit 1),
            '-infinity')
        """);

    /// <summary>Whether there are older papers.</summary>
    private static RawSql IsPart(string step) => new($"(select day from {step}_cut) > '-infinity'");

    /// <summary>As many as there are among all papers, if they are as many among the older ones.</summary>
    private static RawSql ShareOf(string step, int papers) => new($"""
        ((select count(*) from {step}) * {Scale(papers).Text})::bigint
        """);

    /// <summary>How many times so many papers are all.</summary>
    private static RawSql Scale(int papers) =>
        new($"(select greatest(reltuples, {papers}) / {papers} from pg_class where oid = 'papers'::regclass)");
}
