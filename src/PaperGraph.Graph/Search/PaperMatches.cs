using System.Globalization;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>
/// The papers that a search finds, ranked in two parts. First comes what is named so and what has the words in its title; behind it, what
/// has them in its text. Of the second part no paper is read or ranked unless the page reaches it: ranks are computed from all words of
/// a text, which are most of what a search costs.
/// </summary>
/// <param name="typed">What was typed.</param>
/// <param name="where">What else must hold of the paper <c>p</c>, each condition with <c>and</c> before it; null for nothing.</param>
internal sealed class PaperMatches(TypedText typed, SqlFragment? where)
{
    /// <summary>How many papers are ranked where more match: the newest.</summary>
    public const int MaxNewest = 300;

    /// <summary>And of those whose titles match.</summary>
    public const int MaxTitles = 100;

    /// <summary>How many matches are all ranked, and how many papers of a repository.</summary>
    public const int MaxRanked = 1_000;

    private const int MaxBegun = 20;

    private const int MinBegin = 3;

    /// <summary>The words of a paper <c>n</c> that is ranked; read where its step did not keep them.</summary>
    private const string WordsOfNewest = "coalesce(n.words, (select p.search from papers p where p.id = n.id))";

    private static readonly PaperSteps Texts = new("", MaxNewest, keepsWords: true);

    private static readonly PaperSteps Titles = new("title_", MaxTitles);

    private readonly SearchText words = typed.Words;

    private readonly string begin = typed.Text.ToLowerInvariant();

    private bool HasBeginning => typed.CanBeTitle && typed.Text.Length >= MinBegin;

    /// <summary>
    /// Appends common table expressions: <c>matches (node, day, score, field)</c>, and <c>matched (rows, is_estimate)</c>, how many papers
    /// there are of which these are the best.
    /// </summary>
    /// <param name="isCalledSo">Whether something else is called so; then no paper is found that has some of the words alone.</param>
    /// <param name="page">Appends the conditions on <c>found</c> of the page that is asked for; null for no conditions.</param>
    /// <param name="size">So many rows are enough for the page; null where all may be needed.</param>
    public void Append(SqlText sql, RawSql isCalledSo, SqlFragment? page = null, int? size = null)
    {
        AppendWanted(sql);
        AppendNamed(sql);
        PaperSteps.AppendCuts(sql);
        Texts.Append(sql, new("p.search @@ (select words from wanted)"), where, Always, Always);
        AppendFirst(sql);
        AppendRest(sql, isCalledSo);
        sql.Append($"""
            matches (node, day, score, field) as materialized (
              select node, day, score, field from first
              union all
              select node, day, score, field from rest
            """);
        if (size is { } enough)
        {
            sql.Append($"""

                where (
                  select count(*)
                  from (select 'PAPER' as kind, node, day, score from first) as found
                  where true{page}) < {RawSql.Number(enough)}
                """);
        }
        sql.Append($"""
            ),
            matched (rows, is_estimate) as (
              select
                case when used.step <> 'EVER' then used.rows
                  else used.rows + (select count(*) from first where is_beside){new RawSql(Relaxations.Count > 0
                    ? " + (select count(*) from relaxed)"
                    : "")} end,
                used.step <> 'EVER' or (select count(*) from named) >= {RawSql.Number(MaxRanked)}
              from used)
            """);
    }

    private static RawSql Always => new("true");

    /// <summary>The names of the queries that want fewer words, the stricter first.</summary>
    private IReadOnlyList<(string Name, string Query)> Relaxations { get; } =
    [
        .. typed.Words.AllButOne is { } butOne ? [("but_one", butOne)] : Array.Empty<(string, string)>(),
        .. typed.Words.Relaxed is { } some ? [("some_words", some)] : Array.Empty<(string, string)>(),
    ];

    private void AppendWanted(SqlText sql)
    {
        sql.Append($"wanted as materialized (\n  select {Query(words.Query)} as words");
        if (words.Phrase.Length > 0) sql.Append($", {Query(words.Phrase)} as phrase");
        foreach (var (name, query) in Relaxations) sql.Append($", {Query(query)} as {new RawSql(name)}");
        if (Relaxations.Count > 0) sql.Append($", {Query(words.AnyWord)} as any_word");
        sql.Append($"),\n");

        static SqlFragment Query(string query) => sql => sql.Append($"to_tsquery('papergraph', search_words({query}))");
    }

    /// <summary>Appends <c>named</c> and <c>begun</c>: what the text names, and whose title begins so.</summary>
    private void AppendNamed(SqlText sql)
    {
        const string Nothing = "select 0::bigint, 0, '' where false";
        sql.Append($"named (id, base, field) as materialized (");
        var union = "";
        foreach (var naming in PaperNaming.From(typed))
        {
            sql.Append($"""
                {new RawSql(union)}
                  (select p.id, {RawSql.Number(naming.Base)}, '{new RawSql(EnumName.For(naming.Field))}'
                  from ({naming.Ids}) as k
                  join papers p on p.id = k.paper_id
                  where true{where}
                  order by p.published_order desc, p.id desc
                  limit {RawSql.Number(MaxRanked)})
                """);
            union = "\n  union all";
        }
        if (union.Length == 0) sql.Append($"{new RawSql(Nothing)}");
        sql.Append($"),\nbegun (id, base, field) as materialized (");
        if (HasBeginning)
        {
            sql.Append($"""

                  select p.id, 3, 'TITLE'
                  from papers p
                  where p.title_order >= {begin} and p.title_order < {begin + char.ConvertFromUtf32(0x10FFFF)}{where}
                  order by p.title_order, p.id
                  limit {RawSql.Number(MaxBegun)}),

                """);
        }
        else
        {
            sql.Append($"{new RawSql(Nothing)}),\n");
        }
    }

    /// <summary>
    /// Appends <c>first (node, day, score, field, is_beside)</c>, all with a score of 2 and more; <c>is_beside</c> is what does not have
    /// the words, but is named so.
    /// </summary>
    private void AppendFirst(SqlText sql)
    {
        // What is rare in texts is rarer in titles, and where a search only excludes there are none.
        var isFrequent = new RawSql("(select step <> 'EVER' from used)");
        // A title says nothing of what the text has that is excluded.
        const string OfTitle = "p.title_search @@ (select words from wanted)";
        var matches = words.Excluded.Any() ? $"{OfTitle} and p.search @@ (select words from wanted)" : OfTitle;
        if (words.Wanted.Any())
            Titles.Append(sql, new(matches), where, Always, isFrequent);
        else
            sql.Append($"title_steps (id, day) as (select 0::bigint, null::date where false),\n");
        sql.Append($"""
            titles (id, base, field) as materialized (
              select id, 2, 'TITLE'
              from title_steps
              order by day desc, id desc
              limit {AllOr(MaxTitles)}),
            first (node, day, score, field, is_beside) as materialized (
              select p.id, p.published_order,
                ({Liked("p.upvote_order")} + case
                  when c.base = 5 then 5
                  when c.base = 4 then 3.5

            """);
        if (HasBeginning) sql.Append($"      when c.base = 3 and p.title_order like {NamePattern.Escape(begin) + ":%"} then 3.4\n");
        sql.Append($"""
                  when titled.is_so then 2 + 0.3 * (c.base = 3)::integer + 0.3 * ts_rank_cd(p.search, (select words from wanted), 32)
                    + 0.3 * least(1, {(float)begin.Length} / length(p.title))
            """);
        if (words.Phrase.Length > 0) sql.Append($" + 0.4 * (p.title_search @@ (select phrase from wanted))::integer");
        sql.Append($"""

                  else 2 end)::real,
                case when titled.is_so and c.base < 4 then 'TITLE' else c.field end,
                c.base > 2 and not titled.is_so and not p.search @@ (select words from wanted)
              from (
                select distinct on (id) id, base, field
                from (select * from named union all select * from begun union all select * from titles) as found
                order by id, base desc) as c
              join papers p on p.id = c.id
              cross join lateral (select p.title_search @@ (select words from wanted) as is_so) as titled),

            """);
    }

    /// <summary>As many as are ranked at most, where no more have the words, else fewer.</summary>
    private static RawSql AllOr(int fewer) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"case when (select step = 'EVER' and rows <= {MaxRanked} from used) then {MaxRanked} else {fewer} end"));

    /// <summary>Appends <c>rest (node, day, score, field)</c>, all with a score below 2.</summary>
    private void AppendRest(SqlText sql, RawSql isCalledSo)
    {
        // Where a search only excludes, nothing was found by anything.
        var (score, field) = words.Wanted.Any()
            ? (new RawSql($"1 + 0.8 * ts_rank_cd({WordsOfNewest}, (select words from wanted), 32)"), new RawSql("'ABSTRACT'"))
            : (new RawSql("0"), new RawSql("null::text"));
        if (Relaxations.Count > 0) AppendRelaxed(sql, isCalledSo);
        sql.Append($"""
            newest (id, day, upvotes, words) as (
              select s.*
              from steps s
              where not exists (select from title_steps t where t.id = s.id) and not exists (select from first f where f.node = s.id)
              order by s.day desc, s.id desc
              limit {AllOr(MaxNewest)}),
            rest (node, day, score, field) as (
              select n.id, n.day, ({Liked("n.upvotes")} + {score})::real, {field}
              from newest n
            """);
        if (Relaxations.Count > 0)
        {
            sql.Append($"""

                  union all
                  select p.id, p.published_order,
                    ({Liked("p.upvote_order")} + 0.8 * ts_rank(p.search, (select any_word from wanted), 32))::real,
                    case when p.title_search @@ (select any_word from wanted) then 'TITLE' else 'ABSTRACT' end
                  from relaxed
                  join papers p on p.id = relaxed.id
                """);
        }
        sql.Append($"),\n");
    }

    /// <summary>
    /// Appends <c>relaxed (id)</c>: where nothing has all words, what has all but one; where nothing has these, what has some.
    /// </summary>
    private void AppendRelaxed(SqlText sql, RawSql isCalledSo)
    {
        var isNothing = $"(select step = 'EVER' and rows = 0 from used) and not exists (select from first) and not {isCalledSo.Text}";
        foreach (var (name, _) in Relaxations)
        {
            var matches = new RawSql($"p.search @@ (select {name} from wanted)");
            new PaperSteps(name + "_", MaxNewest).Append(sql, matches, where, new(isNothing), Always);
            isNothing += $" and not exists (select from {name}_steps)";
        }
        var all = string.Join("\n    union all\n    ", Relaxations.Select(relaxation => $"select * from {relaxation.Name}_steps"));
        sql.Append($"""
            relaxed (id) as materialized (
              select id
              from (
                {new RawSql(all)}) as found
              order by day desc, id desc
              limit {RawSql.Number(MaxNewest)}),

            """);
    }

    /// <summary>What upvotes add, 0.15 at most.</summary>
    /// <param name="upvotes">A column.</param>
    private static RawSql Liked(string upvotes) => new($"0.15 * least(1, ln(1 + greatest({upvotes}, 0)) / 7)");
}
