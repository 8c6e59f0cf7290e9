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
    private readonly List<(EntityNames Entities, string Text, ArgumentPath At)> names = [];

    private int first = int.MaxValue;

    public override bool IsNeeded => names.Count > 0;

    public override IEnumerable<string> Types => [SqlType.Integer, SqlType.Texts];

    public override void Clear() => (first, Failure) = (int.MaxValue, null);

    public void Add(EntityNames entities, IReadOnlyList<string> texts, ArgumentPath at)
    {
        for (var i = 0; i < texts.Count; i++) names.Add((entities, texts[i], at.Item(i)));
    }

    /// <summary>One select for each type of entity: the place of the first unknown name among all, and names like it.</summary>
    public override void Write(SqlText sql)
    {
        var union = "";
        var types = names.Select((name, place) => (name.Entities, name.Text, Place: place)).GroupBy(name => name.Entities);
        foreach (var (entities, asked) in types.Select(type => (type.Key, type.ToList())))
        {
            sql.Append($"{new RawSql(union)}(\nwith ");
            entities.AppendAsked(sql, asked.Select(name => name.Text));
            sql.Append($"""
                ,
                unknown as (
                  select * from asked
                  where ord not in (select found.ord from (
                {entities.Matches}) as found (ord, id, rank, weight))
                  order by ord
                  limit 1)
                select ({asked.Select(name => name.Place).ToArray()})[unknown.ord::integer], array(
                {entities.Similar})
                from unknown)
                """);
            union = "\nunion all\n";
        }
    }

    public override void Take(SqlRow row)
    {
        var place = row.GetInt32(0);
        if (place >= first) return;

        first = place;
        var (entities, text, at) = names[place];
        var similar = row.GetFieldValue<string[]>(1);
        var suggestions = DidYouMean.Nearest(text, similar);
        if (suggestions.Count == 0) suggestions = DidYouMean.Nearest(text.Replace('-', ' '), similar);
        Failure = BadArgument.Create(
            at, $"names no {entities.Noun} of the graph: {TextArgument.Quoted(text)}.{DidYouMean.Quoted(suggestions)}", suggestions);
    }

    public override object? ValueFor(object parent) => throw new NotSupportedException("The query has no values; it fails, or nothing.");
}
