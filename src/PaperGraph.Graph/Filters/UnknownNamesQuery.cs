using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.Graph.Filters;

/// <summary>
/// Fails where a filter names something that there is not, with what may have been meant. Goes out beside the query for what the filter
/// chooses from.
/// </summary>
internal sealed class UnknownNamesQuery : SqlQuery
{
    private readonly List<(AskedNames Names, ArgumentPath At)> lists = [];

    /// <summary>The first unknown name: its list, and its place in that.</summary>
    private (int List, int Place) first = (int.MaxValue, 0);

    public override bool IsNeeded => lists.Exists(list => list.Names.Texts.Count > 0);

    public override IEnumerable<string> Types => [SqlType.Integer, SqlType.Integer, SqlType.Texts];

    public override void Clear() => (first, Failure) = ((int.MaxValue, 0), null);

    public void Add(AskedNames names, ArgumentPath at) => lists.Add((names, at));

    /// <summary>One select for each list: the place of the first unknown name of it, and names like that.</summary>
    public override void Write(SqlText sql)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            var names = lists[i].Names;
            if (i > 0) sql.Append($"\nunion all\n");
            sql.Append($"""
                (
                select {RawSql.Number(i)}, unknown.ord::integer - 1, array(
                {names.Entities.Similar})
                from (select * from {names.Found(sql)} where id is null order by ord limit 1) as unknown)
                """);
        }
    }

    public override void Take(SqlRow row)
    {
        var found = (List: row.GetInt32(0), Place: row.GetInt32(1));
        if (found.CompareTo(first) >= 0) return;

        first = found;
        var (names, list) = lists[found.List];
        var (text, at) = (names.Texts[found.Place], list.Item(found.Place));
        var similar = row.GetFieldValue<string[]>(2);
        var suggestions = DidYouMean.Nearest(text, similar);
        if (suggestions.Count == 0) suggestions = DidYouMean.Nearest(text.Replace('-', ' '), similar);
        Failure = BadArgument.Create(
            at, $"names no {names.Entities.Noun} of the graph: {TextArgument.Quoted(text)}.{DidYouMean.Quoted(suggestions)}", suggestions);
    }

    public override object? ValueFor(object parent) => throw new NotSupportedException("The query has no values; it fails, or nothing.");
}
