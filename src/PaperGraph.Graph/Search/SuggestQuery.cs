using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>What a box offers while one types.</summary>
/// <param name="Text">The name, or the title of a paper.</param>
/// <param name="IsCorrected">Whether it begins so but for one letter.</param>
internal sealed record Suggestion(string Text, NodeKind Kind, bool IsCorrected, Node Node);

/// <summary>
/// The best known of what begins with some letters, and before it what is called just so. Where that is not enough, what begins with one of
/// their <see cref="Slips"/>; another number is none. Of a pasted id or address what it is of is all.
/// </summary>
internal sealed class SuggestQuery(string prefix, IReadOnlyList<NodeKind> kinds, int first, AnyNode nodes) : SqlQuery
{
    private const int MaxFirst = 50;

    private const int FirstColumn = 4;

    /// <summary>How many letters there have to be before one may be wrong.</summary>
    private const int MinSlip = 3;

    /// <summary>And how many where something begins as it was typed: another beginning is likelier meant the longer they are.</summary>
    private const int MinSlipBesideOthers = 5;

    /// <summary>And how many at most: every one makes seventy slips more.</summary>
    private const int MaxSlip = 30;

    private const int MaxAll = 200;

    /// <summary>How many names of one concept may begin with the same letters before others are missed.</summary>
    private const int MaxNames = 4;

    private const int MaxOfSlip = 100;

    /// <summary>A name that begins so is worth one of eight times as many papers of which a later word does.</summary>
    private const int StepsOfWhole = 6;

    private static readonly RawSql Chosen = new("kind, node, text, is_corrected, is_exact, popularity, is_whole");

    /// <summary>In steps of popularity. Each further one of a kind is worth one less, so that the other kinds are offered too.</summary>
    private static readonly RawSql Worth = new($"popularity + {StepsOfWhole} * is_whole::integer");

    private static readonly string End = char.ConvertFromUtf32(0x10FFFF);

    private readonly List<Suggestion> found = [];

    /// <exception cref="FieldFailureException">An argument has a value that it may not have.</exception>
    public static SuggestQuery From(FieldContext field)
    {
        var first = field.Argument<int>("first");
        if (first is < 1 or > MaxFirst)
            throw BadArgument.Create(new ArgumentPath("first"), $"is {first}; there are 1 to {MaxFirst} suggestions.");
        var kinds = SearchRequest.KindsOf(field);
        return new SuggestQuery(
            TextArgument.Checked(field.Argument<string>("prefix"), new ArgumentPath("prefix"), FilterLimits.MaxName),
            kinds,
            first,
            field.Field.Memo(
                $"{nameof(AnyNode)} {string.Join(' ', kinds)}", _ => new AnyNode(kinds, field.Selection.Select("node"))));
    }

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Bigint, SqlType.Text, SqlType.Boolean, .. nodes.Types];

    public override void Clear() => found.Clear();

    public override void Write(SqlText sql)
    {
        var typed = TypedText.Parse(prefix);
        if (typed.ArxivKey is { } arxiv) AppendPaper(sql, "ARXIV", arxiv);
        else if (typed.Doi is { } doi) AppendPaper(sql, "DOI", doi);
        else if (typed.RepositoryKey is { } repository) AppendRepository(sql, repository);
        else AppendBegun(sql, typed.Text.ToLowerInvariant());
        sql.Append($"""
            page as (
              select *
              from (
                select each.*, {Worth} - row_number() over (
                  partition by kind, is_corrected order by is_exact desc, {Worth} desc, is_whole desc, length(text), node) as worth
                from (
                  select distinct on (kind, node) *
                  from chosen
                  order by kind, node, is_corrected, is_exact desc, is_whole desc, popularity desc, text collate "C") as each) as ranked
              order by {Order("ranked")}
              limit {RawSql.Number(first)})
            select page.kind, page.node, page.text, page.is_corrected{nodes.Columns}
            from page{nodes.Joins("page")}
            order by {Order("page")}
            """);
    }

    private static RawSql Order(string rows) => new(
        $"{rows}.is_corrected, {rows}.is_exact desc, {rows}.worth desc, {rows}.is_whole desc, "
        + $"length({rows}.text), {rows}.kind, {rows}.node");

    /// <summary>Appends <c>chosen</c>: the paper whose id is typed.</summary>
    private void AppendPaper(SqlText sql, string kind, string key) => sql.Append($"""
        with chosen ({Chosen}) as (
          select 'PAPER', p.id, p.title, false, true, 0::real, true
          from paper_keys k
          join papers p on p.id = k.paper_id
          where k.kind = '{new RawSql(kind)}' and k.key = {key} and {HasKind(NodeKind.Paper)}),

        """);

    /// <summary>Appends <c>chosen</c>: the repository whose address is typed.</summary>
    private void AppendRepository(SqlText sql, string key) => sql.Append($"""
        with chosen ({Chosen}) as (
          select 'REPOSITORY', id, owner || '/' || name, false, true, 0::real, true
          from repositories
          where key = {key} and {HasKind(NodeKind.Repository)}),

        """);

    /// <summary>Appends <c>chosen</c>: what begins so, or but for one slip.</summary>
    private void AppendBegun(SqlText sql, string begin)
    {
        string[] names = [.. kinds.Where(kind => kind != NodeKind.Paper).Select(EnumName.For)];
        var hasPapers = HasKind(NodeKind.Paper);
        sql.Append($"with typed as materialized (select nullif(search_key({begin}), '') as key),\n");
        SearchNamesBegun.Append(sql, "begun", "typed", names, MaxAll, MaxNames * first);
        sql.Append($"""
            exact as materialized (
              select s.*
              from search_names s
              where {NameMatches.NameIs("(select key from typed)")} and s.kind = any ({names})
              order by s.popularity desc, s.kind, s.target_id
              limit {RawSql.Number(MaxAll)}),
            titles as materialized (
              select p.id, p.title, p.upvote_order, p.title_order = {begin} as is_exact
              from papers p
              where {hasPapers} and {new RawSql(begin.Length >= MinSlip ? "true" : "false")}
                and p.title_order >= {begin} and p.title_order < {begin + End}
              order by p.title_order, p.id
              limit {RawSql.Number(MaxAll)}),

            """);
        Slips.Append(sql, new("typed"), new($"""
            length(t.key) between {MinSlip} and {MaxSlip} and t.key ~ '[^0-9 ]'
                and (select count(*) from begun) + (select count(*) from titles) < {first}
                and (length(t.key) >= {MinSlipBesideOthers}
                  or not exists (select from begun) and not exists (select from titles))
            """));
        sql.Append($"""
            chosen ({Chosen}) as (
              select kind, target_id, name, false, false, popularity::real, is_whole from begun
              union all
              -- Many repositories may have one name, each under another owner.
              select kind, target_id, name, false, kind <> 'REPOSITORY' or name like '%/%', popularity::real, is_whole from exact
              union all
              select 'PAPER', id, title, false, is_exact, (1 + upvote_order / 100000.0)::real, true from titles
              union all
              select s.kind, s.target_id, s.name, true, s.key = slips.key and s.is_whole, s.popularity, s.is_whole
              from slips
              cross join lateral (
                select *
                from search_names
                where key >= slips.key collate "C" and key < slips.key || {End} and kind = any ({names})
                order by key, kind, target_id
                limit {RawSql.Number(MaxOfSlip)}) as s
              union all
              select 'PAPER', p.id, p.title, true, false, (1 + p.upvote_order / 100000.0)::real, true
              from slips
              cross join lateral (
                select *
                from papers
                where {hasPapers} and title_order >= slips.key collate "C" and title_order < slips.key || {End}
                order by title_order, id
                limit {RawSql.Number(MaxOfSlip)}) as p),

            """);
    }

    private RawSql HasKind(NodeKind kind) => new(kinds.Contains(kind) ? "true" : "false");

    public override void Take(SqlRow row)
    {
        var (kind, key) = (row.GetString(0), row.GetInt64(1));
        found.Add(new Suggestion(
            row.GetString(2), EnumName.Parse<NodeKind>(kind), row.GetBoolean(3), nodes.Read(row, kind, key, FirstColumn)));
    }

    public override object ValueFor(object parent) => found;
}
