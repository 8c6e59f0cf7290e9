using PaperGraph.Data.Groups;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Groups of the papers that have one thing in common, by one dimension, of all time: of a hub the table <c>hub_counts</c> has them. What
/// a name means, and so whether it is a hub, is known when the statement runs: both ways stand in it, and one of them costs nothing.
/// </summary>
internal sealed class HubGroups
{
    private static readonly RawSql Id = new("(select hub.id from hub)");

    private readonly GroupRequest request;
    private readonly CountedThing thing;
    private readonly CountedKeys keys;

    private HubGroups(GroupRequest request, CountedThing thing, CountedKeys keys) =>
        (this.request, this.thing, this.keys) = (request, thing, keys);

    /// <summary>Null where no hub is counted so.</summary>
    public static HubGroups? From(ChosenPapers papers, GroupRequest request) =>
        !papers.HasParents
        && request is { Dimensions: [{ Counted: { } keys }], Given: { } given }
        && keys.Dimension.IsKeptOfHubs()
        && request.Measures.All(measure => measure.OfCounts is not null)
        && CountedThing.From(given) is { } thing
        && thing.Dimension.MayBeHub()
            ? new HubGroups(request, thing, keys)
            : null;

    /// <summary>Writes <c>hub</c>, a common table expression with its <c>id</c>, null where it is none.</summary>
    public void AppendHub(SqlText sql) =>
        sql.Append($"hub as materialized (select (select h.id from group_hubs h where h.name = {thing.Name}) as id),\n");

    /// <summary>Writes that papers are counted, which those of a hub are already, with <c>and</c> before it.</summary>
    public static void AppendIsNone(SqlText sql) => sql.Append($"\n    and {Id} is null");

    /// <summary>Writes a select of the groups: the parent, the key and the measures.</summary>
    public void AppendGroups(SqlText sql)
    {
        sql.Append($"select 0::bigint, {new RawSql(keys.Key)}");
        foreach (var measure in request.Measures) sql.Append($", {new RawSql(measure.OfCounts!(column => column))}");
        sql.Append($"""

              from hub_counts c
              where c.hub_id = {Id} and c.dimension = '{new RawSql(EnumName.For(keys.Dimension))}'{new RawSql(keys.Condition)}
            """);
    }

    /// <summary>Writes an expression of how many papers the groups are made of.</summary>
    public void AppendPaperCount(SqlText sql) => sql.Append($"""
        case when {Id} is null then (select count(*) from chosen) else {thing.PaperCount} end
        """);
}
