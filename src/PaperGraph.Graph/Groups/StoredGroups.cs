using PaperGraph.Data.Groups;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Groups that the table <c>group_counts</c> has: of one thing, or of each value of one dimension, by periods of the papers' own days
/// or without. Whatever else is asked for is counted from the papers.
/// </summary>
internal sealed class StoredGroups
{
    private static readonly RawSql Table = new("group_counts");

    /// <summary>What all papers have in common; null for a dimension, or where it is the parent's.</summary>
    private readonly CountedThing? thing;

    /// <summary>The dimension that is no period of the papers' own days; null for none.</summary>
    private readonly GroupDimension? dimension;

    private readonly SqlFragment? parents;

    private readonly CountedRows rows;

    private StoredGroups(
        GroupRequest request, GroupDimension? dimension, CountedThing? thing, SqlFragment? parents, CountedPeriod period)
    {
        (this.dimension, this.thing, this.parents) = (dimension, thing, parents);
        rows = new CountedRows(request, dimension?.Counted ?? new CountedKeys(thing!.Dimension, ""), period);
    }

    /// <summary>Null where the table has not what is asked for.</summary>
    public static StoredGroups? From(ChosenPapers papers, GroupRequest request)
    {
        if (!request.HasStoredMeasures) return null;
        var given = CountedRows.WithoutDays(request);
        var needed = CountedRows.Needed(request);
        if (papers.HasParents)
        {
            return papers.CountedByParents is { } counted && given == PaperFilter.Empty && Has(counted)
                ? new StoredGroups(request, null, new CountedThing(counted, Target: null), papers.Parents, needed)
                : null;
        }
        return request.Others switch
        {
            [] when CountedThing.From(given) is { } thing && Has(thing.Dimension) =>
                new StoredGroups(request, null, thing, null, needed),
            [{ Counted: { } counted } dimension] when given == PaperFilter.Empty && Has(counted.Dimension) =>
                new StoredGroups(request, dimension, null, null, needed),
            _ => null,
        };

        bool Has(CountedDimension counted) => counted.IsKeptBy(needed);
    }

    /// <summary>The dimension that there are many of; null for none.</summary>
    public CountedDimension? OfMany => dimension?.Counted!.Dimension is { } counted && counted.IsOfMany() ? counted : null;

    /// <inheritdoc cref="CountedRows.Period"/>
    public RawSql Period => rows.Period;

    /// <inheritdoc cref="CountedRows.IsOfOneRow"/>
    public bool IsOfOneRow => rows.IsOfOneRow;

    /// <summary>Writes <c>grouped</c>, a common table expression with <c>parent</c>, the keys and the measures.</summary>
    /// <param name="condition">What must hold of a row <c>c</c> besides, with <c>and</c> before it; null for nothing.</param>
    public void Append(SqlText sql, SqlFragment? condition)
    {
        sql.Append($"grouped as (\n");
        AppendGroups(sql);
        condition?.Invoke(sql);
        rows.AppendGrouping(sql);
        sql.Append($"),\n");
    }

    /// <summary>Writes the select of the rows <c>c</c> that groups are made of, up to where conditions follow.</summary>
    public void AppendGroups(SqlText sql) => rows.Append(sql, Parent, Table, Of);

    /// <summary>Writes the keys and the measures of rows <c>c</c>.</summary>
    public void AppendSelect(SqlText sql) => rows.AppendSelect(sql, Parent);

    /// <inheritdoc cref="CountedRows.AppendDays"/>
    public void AppendDays(SqlText sql, string day) => rows.AppendDays(sql, day);

    /// <summary>Writes an expression of how many papers the groups are made of.</summary>
    public void AppendPaperCount(SqlText sql) => rows.AppendPaperCount(sql, thing ?? CountedThing.All);

    private RawSql Parent => new(parents is null ? "0::bigint" : "c.target_id");

    private void Of(SqlText sql)
    {
        if (parents is not null) sql.Append($"\n    and c.value = '' and c.target_id = any (array(\n{parents}))");
        else thing?.Condition?.Invoke(sql);
    }
}
