using PaperGraph.Data.Groups;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>One thing whose papers are counted.</summary>
/// <param name="Target">Its id, or 0 where the value tells what it is; null where that is the parents'.</param>
/// <param name="Value">What papers have of it; empty where its id tells.</param>
internal sealed record CountedThing(CountedDimension Dimension, SqlFragment? Target, string Value = "")
{
    private static readonly SqlFragment None = new RawSql("0");

    public static CountedThing All { get; } = new(CountedDimension.Paper, None);

    /// <summary>That a row <c>c</c> is of it, with <c>and</c> before it; null where parents are.</summary>
    public SqlFragment? Condition => Target is null
        ? null
        : sql => sql.Append($"\n    and c.value = '{new RawSql(Value)}' and c.target_id = {Target}");

    /// <summary>An expression of how memberships name it.</summary>
    public SqlFragment Name => sql =>
    {
        sql.Append($"'{new RawSql(EnumName.For(Dimension))} ' || ");
        if (Value.Length > 0) sql.Append($"'{new RawSql(Value)}'");
        else sql.Append($"{Target!}::text");
    };

    /// <summary>What alone a filter asks for; null where that is more, or is not counted.</summary>
    /// <param name="filter">A filter that was compiled without failing, its days left out.</param>
    public static CountedThing? From(PaperFilter filter)
    {
        if (filter == PaperFilter.Empty) return All;
        if (filter.HasCode is { } hasCode && filter == PaperFilter.Empty with { HasCode = hasCode })
            return new CountedThing(CountedDimension.HasCode, None, hasCode ? "true" : "false");
        if (filter.Concepts is { } concepts && filter == PaperFilter.Empty with { Concepts = concepts })
            return From(PaperEdges.Concepts, Concept.Names, concepts);
        if (filter.Topics is { } topics && filter == PaperFilter.Empty with { Topics = topics })
            return From(PaperEdges.Topics, Topic.Names, topics);
        if (filter.Organizations is { Roles: null, IncludeChildren: false } given
            && filter == PaperFilter.Empty with { Organizations = given })
        {
            return From(PaperEdges.Organizations, Organization.Names, new(given.All, given.Any, given.None, given.Unknown));
        }
        return null;
    }

    /// <summary>Null where they are not one name that papers must have.</summary>
    private static CountedThing? From(PaperEdges edges, EntityNames entities, SlugFilter names)
    {
        var asked = names switch
        {
            { All: null, Any: [_] any, None: null } => any,
            { All: [_] all, Any: null, None: null, Unknown: UnknownNames.Error } => all,
            _ => null,
        };
        return asked is null ? null : new CountedThing(edges.Counted!.Value, new AskedNames(entities, asked).Id(0));
    }
}
