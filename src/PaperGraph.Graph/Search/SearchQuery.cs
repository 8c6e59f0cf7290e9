using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>One page of what a search finds of all kinds, and how much there is, in one statement.</summary>
internal sealed class SearchQuery(SearchRequest request) : SqlQuery
{
    private const int FirstText = 8;

    private const string NoLength = "select 0::bigint as rows, false as is_estimate";

    private const string NoPage =
        "select '' as kind, 0::bigint as node, 0::real as score, now()::date as day, '' as field, '' as name where false";

    private static readonly IReadOnlyList<OrderTerm> PageOrder =
    [
        .. SearchRequest.Order.Select(term =>
            term with { Expression = new(term.Expression.Text.Replace("found.", "page.", StringComparison.Ordinal)) }),
    ];

    private readonly FoundWords? words = request.Selected.HasHighlights ? new(request.Typed.Words) : null;

    private SearchConnection connection = new(request.Page);

    /// <summary>Of papers that are chosen by something else the planner knows which of both are fewer.</summary>
    public override bool NeedsOwnPlan => request.Where is not null;

    private int FirstColumn => request.Selected.HasHighlights ? FirstText + 2 : FirstText;

    public override IEnumerable<string> Types =>
    [
        SqlType.Text, SqlType.Bigint, SqlType.Real, SqlType.Date, SqlType.Text, SqlType.Text, SqlType.Bigint, SqlType.Boolean,
        .. request.Selected.HasHighlights ? (string[])[SqlType.Text, SqlType.Text] : [],
        .. request.Selected.Nodes.Types,
    ];

    public override void Clear() => connection = new SearchConnection(request.Page);

    public override void Write(SqlText sql)
    {
        var (parts, lengths) = (new List<string>(), new List<string>());
        sql.Append($"with ");
        var isCalledSo = new RawSql("false");
        if (request.NamedKinds is { Count: > 0 } kinds)
        {
            var names = new NameMatches(request.Typed, kinds);
            names.Append(sql);
            sql.Append($",\n");
            isCalledSo = names.IsCalledSo;
            parts.Add("select kind, node, score, '-infinity'::date as day, field, name from names");
            lengths.Add("select * from called");
        }
        if (request.HasPapers)
        {
            var papers = new PaperMatches(request.Typed, request.Where?.Where);
            papers.Append(sql, isCalledSo, AppendBounds, request.Page.Backward ? null : request.Page.Size + 1);
            sql.Append($",\n");
            parts.Add("select 'PAPER' as kind, node, score, day, field, null::text as name from matches");
            lengths.Add("select * from matched");
        }
        sql.Append($"""
            length (rows, is_estimate) as (
              select coalesce(sum(rows), 0)::bigint, coalesce(bool_or(is_estimate), false)
              from ({Union(lengths, NoLength)}) as lengths),
            page as (
              select found.*
              from ({Union(parts, NoPage)}) as found
              where true
            """);
        AppendBounds(sql);
        sql.Append($"\n  order by ");
        Keyset.AppendInnerOrder(sql, SearchRequest.Order, request.Page.Backward);
        sql.Append($"\n  limit {RawSql.Number(request.Page.Size + 1)})\n");
        sql.Append($"select page.kind, page.node, page.score, page.day, page.field, page.name, length.rows, length.is_estimate");
        if (request.Selected.HasHighlights) sql.Append($", texts.title, texts.abstract");
        sql.Append($"{request.Selected.Nodes.Columns}\nfrom length\nleft join page on true");
        if (request.Selected.HasHighlights) sql.Append($"\nleft join papers texts on page.kind = 'PAPER' and texts.id = page.node");
        sql.Append($"{request.Selected.Nodes.Joins("page")}\norder by ");
        Keyset.AppendInnerOrder(sql, PageOrder, request.Page.Backward);
    }

    private void AppendBounds(SqlText sql)
    {
        if (request.Page.After is { } after) Keyset.AppendBound(sql, SearchRequest.Order, after, before: false);
        if (request.Page.Before is { } before) Keyset.AppendBound(sql, SearchRequest.Order, before, before: true);
    }

    private static RawSql Union(List<string> selects, string none) =>
        new(selects.Count == 0 ? none : string.Join("\n    union all\n    ", selects));

    public override void Take(SqlRow row)
    {
        connection.TotalCount = row.GetInt64(6);
        connection.TotalCountIsEstimate = row.GetBoolean(7);
        // A page without rows has one that tells the length alone.
        if (row.IsDBNull(0)) return;

        var (kind, key) = (row.GetString(0), row.GetInt64(1));
        connection.Add(new SearchEdge
        {
            Node = request.Selected.Nodes.Read(row, kind, key, FirstColumn),
            Order = SearchRequest.Order,
            OrderValues = request.Selected.HasCursors
                ? [SearchRequest.Order[0].Read(row, 2), SearchRequest.Order[1].Read(row, 3), kind, SearchRequest.Order[3].Read(row, 1)]
                : [],
            Score = row.GetFloat(2),
            Matched = row.IsDBNull(4)
                ? null
                : new SearchMatch(EnumName.Parse<MatchedField>(row.GetString(4)), row.IsDBNull(5) ? null : row.GetString(5)),
            Title = Text(row, FirstText),
            Abstract = Text(row, FirstText + 1),
            Words = words,
        });
    }

    private string? Text(SqlRow row, int column) => request.Selected.HasHighlights && !row.IsDBNull(column) ? row.GetString(column) : null;

    public override object ValueFor(object parent)
    {
        connection.Complete();
        return connection;
    }
}
