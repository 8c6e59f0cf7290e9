using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>The papers that are grouped: all, those that a filter chooses, or those of each parent.</summary>
/// <param name="parents">A select of the parents' ids; null for no parents.</param>
/// <param name="ofParents">The papers of a parent; null for no parents.</param>
/// <param name="filter">The filter as it was given and compiled; null for none.</param>
internal sealed class ChosenPapers(SqlFragment? parents, PaperSet? ofParents, (PaperFilter Given, CompiledFilter Compiled)? filter)
{
    private readonly NamedPapers? named = ofParents is null && filter is { } given ? NamedPapers.From(given.Given) : null;

    /// <summary>A select of the id of each parent.</summary>
    public SqlFragment Parents => parents ?? new RawSql("select 0::bigint");

    /// <summary>A select of <c>parent</c>, <c>id</c>, <c>published_order</c> and columns: each paper once a parent.</summary>
    public void Append(SqlText sql, IReadOnlyList<PaperColumn> columns)
    {
        var rest = named is not null ? named.Rest?.Compile(new FilterScope(), new ArgumentPath("where")) : filter?.Compiled.Where;
        var set = named is not null ? PaperSet.Named(named.Edges, named.IsOne) : ofParents;
        var byEdges = set is not null && !columns.Any(column => column.NeedsPapers) && (rest is null || RestNeedsDayAlone);
        sql.Append($"  select {new RawSql(set is null ? "0::bigint" : "parents.parent")} as parent, p.id, p.published_order");
        foreach (var column in columns) sql.Append($", {new RawSql($"{column.Expression} as {column.Name}")}");
        if (set is null)
        {
            sql.Append($"\n  from papers p\n  where true{rest}");
            return;
        }
        sql.Append($"\n  from ");
        if (named is not null) sql.Append($"{named.Given}");
        else sql.Append($"(\n{parents}) as parents(parent)");
        sql.Append($"\n  {set.Among}");
        var edges = set.Rows();
        if (byEdges) sql.Append($"\n  cross join lateral ({edges}) as p(id, published_order)");
        else sql.Append($"\n  cross join lateral ({edges}) as e(id, published_order)\n  join papers p on p.id = e.id");
        sql.Append($"\n  where true{rest}");
    }

    private bool RestNeedsDayAlone => named is not null ? named.Rest?.NeedsDayAlone != false : filter!.Value.Given.NeedsDayAlone;
}
