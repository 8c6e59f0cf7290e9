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
/// The best known of what begins with some letters. Where that is not enough, what begins with them but for one slip of the finger: each
/// slip that may be is looked up, which costs some microseconds.
/// </summary>
internal sealed class SuggestQuery(string prefix, IReadOnlyList<NodeKind> kinds, int first, AnyNode nodes) : SqlQuery
{
    private const int MaxFirst = 50;

    private const int FirstColumn = 4;

    /// <summary>How many letters there have to be before one may be wrong.</summary>
    private const int MinSlip = 3;

    /// <summary>And how many at most: every one makes seventy slips more.</summary>
    private const int MaxSlip = 30;

    private const int MaxAll = 200;

    /// <summary>How many names of one concept may begin with the same letters before others are missed.</summary>
    private const int MaxNames = 4;

    private const int MaxOfSlip = 100;

    private static readonly RawSql Letters = new("string_to_array('abcdefghijklmnopqrstuvwxyz0123456789 ', null)");

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
        string[] names = [.. kinds.Where(kind => kind != NodeKind.Paper).Select(EnumName.For)];
        var hasPapers = kinds.Contains(NodeKind.Paper);
        sql.Append($"with typed as materialized (select nullif(search_key({prefix}), '') as key),\n");
        SearchNamesBegun.Append(sql, "begun", "typed", names, MaxAll, MaxNames * first);
        sql.Append($"""
            titles as materialized (
              select p.id, p.title, p.upvote_order
              from papers p
              where {hasPapers && prefix.Trim().Length >= MinSlip}
                and p.title_order >= {prefix.Trim().ToLowerInvariant()} and p.title_order < {prefix.Trim().ToLowerInvariant() + End}
              order by p.title_order, p.id
              limit {RawSql.Number(MaxAll)}),
            slips as materialized (
              select distinct slip.key
              from typed t
              cross join lateral generate_series(1, length(t.key)) as place
              cross join lateral (
                select left(t.key, place - 1) || substr(t.key, place + 1, 1) || substr(t.key, place, 1) || substr(t.key, place + 2)
                union all
                select left(t.key, place - 1) || substr(t.key, place + 1) where place > 1
                union all
                select left(t.key, place - 1) || letter || substr(t.key, place + wrong)
                from unnest({Letters}) as letter, generate_series(0, 1) as wrong
                where place > 1) as slip (key)
              where length(t.key) between {RawSql.Number(MinSlip)} and {RawSql.Number(MaxSlip)}
                and (select count(*) from begun) + (select count(*) from titles) < {RawSql.Number(first)}),
            chosen (kind, node, text, is_corrected, popularity, is_whole) as (
              select kind, target_id, name, false, popularity::real, is_whole from begun
              union all
              select 'PAPER', id, title, false, (1 + upvote_order / 100000.0)::real, true from titles
              union all
              select s.kind, s.target_id, s.name, true, s.popularity, s.is_whole
              from slips
              cross join lateral (
                select *
                from search_names
                where key >= slips.key collate "C" and key < slips.key || {End} and kind = any ({names})
                limit {RawSql.Number(MaxOfSlip)}) as s
              union all
              select 'PAPER', p.id, p.title, true, (1 + p.upvote_order / 100000.0)::real, true
              from slips
              cross join lateral (
                select *
                from papers
                where {hasPapers} and title_order >= slips.key collate "C" and title_order < slips.key || {End}
                limit {RawSql.Number(MaxOfSlip)}) as p),
            page as (
              select *
              from (
                select distinct on (kind, node) *
                from chosen
                order by kind, node, is_corrected, is_whole desc, popularity desc, text collate "C") as each
              order by is_corrected, popularity desc, is_whole desc, length(text), kind, node
              limit {RawSql.Number(first)})
            select page.kind, page.node, page.text, page.is_corrected{nodes.Columns}
            from page{nodes.Joins("page")}
            order by page.is_corrected, page.popularity desc, page.is_whole desc, length(page.text), page.kind, page.node
            """);
    }

    public override void Take(SqlRow row)
    {
        var (kind, key) = (row.GetString(0), row.GetInt64(1));
        found.Add(new Suggestion(
            row.GetString(2), EnumName.Parse<NodeKind>(kind), row.GetBoolean(3), nodes.Read(row, kind, key, FirstColumn)));
    }

    public override object ValueFor(object parent) => found;
}
