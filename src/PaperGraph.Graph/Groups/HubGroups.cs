using PaperGraph.Data.Groups;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Groups of the papers that have one thing in common, by one dimension, by months of the papers' own days or of all time: of a hub the
/// table <c>hub_counts</c> has them. What a name means, and so whether it is a hub, is known when the statement runs: both ways stand in
/// it, and one of them costs nothing.
/// </summary>
internal sealed class HubGroups
{
    private static readonly RawSql Id = new("(select hub.id from hub)");

    private readonly CountedThing thing;
    private readonly CountedRows rows;

    private HubGroups(CountedThing thing, CountedRows rows) => (this.thing, this.rows) = (thing, rows);

    /// <summary>Null where no hub is counted so.</summary>
    public static HubGroups? From(ChosenPapers papers, GroupRequest request)
    {
        if (papers.HasParents || !request.HasStoredMeasures) return null;
        var needed = CountedRows.Needed(request);
        return request.Others is [{ Counted: { } keys }] && keys.Dimension.IsKeptOfHubs(needed)
            && CountedThing.From(CountedRows.WithoutDays(request)) is { } thing && thing.Dimension.MayBeHub()
            ? new HubGroups(thing, new CountedRows(request, keys, needed))
            : null;
    }

    /// <summary>Writes <c>hub</c>, a common table expression with its <c>id</c>, null where it is none.</summary>
    public void AppendHub(SqlText sql) =>
        sql.Append($"hub as materialized (select (select h.id from group_hubs h where h.name = {thing.Name}) as id),\n");

    /// <summary>Writes that papers are counted, which those of a hub are already, with <c>and</c> before it.</summary>
    public static void AppendIsNone(SqlText sql) => sql.Append($"\n    and {Id} is null");

    /// <summary>Writes a select of the groups: the parent, the keys and the measures.</summary>
    public void AppendGroups(SqlText sql)
    {
        rows.Append(sql, new("0::bigint"), new("hub_counts"), of => of.Append($" and c.hub_id = {Id}"));
        rows.AppendGrouping(sql);
    }

    /// <summary>Writes an expression of how many papers the groups are made of.</summary>
    public void AppendPaperCount(SqlText sql)
    {
        sql.Append($"case when {Id} is null then (select count(*) from chosen) else ");
        rows.AppendPaperCount(sql, thing);
        sql.Append($" end");
    }
}
