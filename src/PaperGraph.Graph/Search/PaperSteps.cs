using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Search;

/// <summary>
/// Where a search looks for papers: among the newest, among more of them, and among all only where there can be few. An index of words and
/// days finds the first without going through all that have a word, so that a frequent one costs no more than a rare one.
/// </summary>
/// <param name="prefix">Stands before the names of all that it appends.</param>
/// <param name="enough">A step that finds so many is the last.</param>
/// <param name="keepsWords">
/// Whether what is ranked by goes along, the words of papers too where all were read: few are found so, and most of them are ranked, so
/// that none is read a second time. Of the newest more match than are ranked, and their words stay where they are.
/// </param>
internal sealed class PaperSteps(string prefix, int enough, bool keepsWords = false)
{
    /// <summary>So many papers are the newest.</summary>
    private const int Near = 1_500;

    private const int Far = 24_000;

    /// <summary>The columns of what a step finds.</summary>
    private const string Found = "p.id, p.published_order";

    /// <summary>So many matches are read at once where the newest papers let expect no more.</summary>
    private const int MaxRead = 5_000;

    private static readonly RawSql Cuts = new($"""
        near_cut (day) as materialized ({Cut(Near)}),
        far_cut (day) as materialized ({Cut(Far)}),
        collection (papers) as materialized (select reltuples from pg_class where oid = 'papers'::regclass),

        """);

    private static readonly RawSql NearScale = Scale(Near);

    private static readonly RawSql FarScale = Scale(Far);

    private readonly RawSql enough = RawSql.Number(enough);
    private readonly RawSql near = new($"{prefix}near");
    private readonly RawSql nearLength = new($"{prefix}near_length");
    private readonly RawSql far = new($"{prefix}far");
    private readonly RawSql farLength = new($"{prefix}far_length");
    private readonly RawSql ever = new($"{prefix}ever");
    private readonly RawSql used = new($"{prefix}used");
    private readonly RawSql steps = new($"{prefix}steps");
    private readonly RawSql columns = new(keepsWords ? "id, day, upvotes, words" : "id, day");
    private readonly RawSql newest = new(Found + (keepsWords ? ", p.upvote_order, null::tsvector" : ""));
    private readonly RawSql all = new(Found + (keepsWords ? ", p.upvote_order, p.search" : ""));

    /// <summary>
    /// Appends what all steps refer to: <c>near_cut (day)</c> and <c>far_cut (day)</c>, since when the newest papers are, and
    /// <c>collection (papers)</c>, about how many there are.
    /// </summary>
    public static void AppendCuts(SqlText sql) => sql.Append($"{Cuts}");

    /// <summary>
    /// Appends common table expressions: <c>near</c>, <c>far</c> and <c>ever</c>, what each step finds; <c>used (step, rows)</c>, the name
    /// of the last and how many papers match as far as it tells; and <c>steps (id, day)</c>, what it finds, with <c>upvotes</c> and
    /// <c>words</c> where they are kept.
    /// </summary>
    /// <param name="matches">The condition on the paper <c>p</c>, which an index of words and days can find.</param>
    /// <param name="where">What else must hold of it, each condition with <c>and</c> before it; null for nothing.</param>
    /// <param name="isAsked">Whether anything is looked for at all.</param>
    /// <param name="isFrequent">Whether it is worth to begin with the newest.</param>
    public void Append(SqlText sql, RawSql matches, SqlFragment? where, RawSql isAsked, RawSql isFrequent) =>
        sql.Append($"""
            {near} ({columns}) as materialized (
              select {newest}
              from papers p
              where {matches} and p.published_order >= (select day from near_cut)
                and (select day from near_cut) > '-infinity' and {isAsked} and {isFrequent}{where}),
            {nearLength} (rows) as materialized (select count(*) from {near}),
            {far} ({columns}) as materialized (
              select {newest}
              from papers p
              where {matches} and p.published_order >= (select day from far_cut)
                and (select rows < {enough} and rows * {NearScale} >= {RawSql.Number(MaxRead)} from {nearLength})
                and (select day from far_cut) > '-infinity'{where}),
            {farLength} (rows) as materialized (select count(*) from {far}),
            {ever} ({columns}) as materialized (
              select {all}
              from papers p
              where {matches} and {isAsked}
                and (select near.rows < {enough} and far.rows < {enough} from {nearLength} near, {farLength} far){where}),
            {used} (step, rows) as materialized (
              select
                case when near.rows >= {enough} then 'NEAR' when far.rows >= {enough} then 'FAR' else 'EVER' end,
                case when near.rows >= {enough} then (near.rows * {NearScale})::bigint
                  when far.rows >= {enough} then (far.rows * {FarScale})::bigint
                  else (select count(*) from {ever}) end
              from {nearLength} near, {farLength} far),
            {steps} ({columns}) as (
              select * from {near} where (select step = 'NEAR' from {used})
              union all
              select * from {far} where (select step = 'FAR' from {used})
              union all
              select * from {ever}),

            """);

    /// <summary>
    /// The day since which there are so many papers; the beginning of time where there are fewer. The counts of days tell it; while a
    /// first import has not counted them, an index of all papers does.
    /// </summary>
    private static string Cut(int papers) => $"""
        select coalesce(
            (select d.day
            from (
              select c.starts_on as day, sum(c.papers) over (order by c.starts_on desc rows unbounded preceding) as papers
              from group_counts c
              where c.dimension = 'PAPER' and c.target_id = 0 and c.value = '' and c.period = 'DAY') as d
            where d.papers >= {papers}
            order by d.day desc
            limit 1),
            (select x.published_order from papers x order by x.published_order desc, x.id desc offset {papers - 1} limit 1),
            '-infinity')
        """;

    /// <summary>How many times so many papers are all.</summary>
    private static RawSql Scale(int papers) => new($"(select greatest(papers, {papers}) / {papers} from collection)");
}
