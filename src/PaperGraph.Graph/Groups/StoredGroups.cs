using PaperGraph.Data.Groups;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Groups that the table <c>group_counts</c> has: of one thing, or of each value of one dimension, by periods of the papers' own days
/// or without. Whatever else is asked for is counted from the papers.
/// </summary>
internal sealed class StoredGroups
{
    private readonly GroupRequest request;
    private readonly CountedPeriod period;
    private readonly DateRange? days;

    /// <summary>What all papers have in common; null for a dimension, or where it is the parent's.</summary>
    private readonly CountedThing? thing;

    /// <summary>The dimension that is no period; null for none.</summary>
    private readonly GroupDimension? dimension;

    private readonly SqlFragment? parents;

    private StoredGroups(GroupRequest request, GroupDimension? dimension, CountedThing? thing, SqlFragment? parents, CountedPeriod period)
    {
        (this.request, this.dimension, this.thing, this.parents, this.period) = (request, dimension, thing, parents, period);
        days = request.Given?.PublishedOn;
    }

    /// <summary>Null where the table has not what is asked for.</summary>
    public static StoredGroups? From(ChosenPapers papers, GroupRequest request)
    {
        if (request.Measures.Any(measure => measure.OfCounts is null)) return null;
        var others = request.Dimensions.Where(dimension => dimension is not PeriodDimension { IsOfEdges: true }).ToList();
        var given = (request.Given ?? PaperFilter.Empty) with { PublishedOn = null };
        var needed = Needed(request);
        if (papers.HasParents)
        {
            return papers.CountedByParents is { } counted && given == PaperFilter.Empty && Has(counted)
                ? new StoredGroups(request, null, new CountedThing(counted, Target: null), papers.Parents, needed)
                : null;
        }
        return others switch
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

    /// <summary>The length of the times whose rows are read.</summary>
    public RawSql Period => Name(period);

    /// <summary>Whether each group is one row, so that nothing is to be added up.</summary>
    public bool IsOfOneRow =>
        period == CountedPeriod.All
        || request.Dimensions.Any(dimension => dimension is PeriodDimension { IsOfEdges: true, Interval: var interval }
            && interval == (period == CountedPeriod.Day ? Interval.Day : Interval.Month));

    /// <summary>Writes <c>grouped</c>, a common table expression with <c>parent</c>, the keys and the measures.</summary>
    /// <param name="condition">What must hold of a row <c>c</c> besides, with <c>and</c> before it; null for nothing.</param>
    public void Append(SqlText sql, SqlFragment? condition)
    {
        sql.Append($"grouped as (\n");
        AppendSelect(sql);
        AppendRows(sql, dimension?.Counted ?? new CountedKeys(thing!.Dimension, ""), thing);
        condition?.Invoke(sql);
        if (!IsOfOneRow) sql.Append($"\n  group by 1, {new RawSql(string.Join(", ", request.Dimensions.Select((_, i) => i + 2)))}");
        sql.Append($"),\n");
    }

    /// <summary>Writes the select of the groups, each of which is a row <c>c</c> of the dimension, up to where conditions follow.</summary>
    public void AppendGroups(SqlText sql)
    {
        AppendSelect(sql);
        AppendRows(sql, dimension!.Counted!, null);
    }

    /// <summary>Writes the keys and the measures of rows <c>c</c>.</summary>
    public void AppendSelect(SqlText sql)
    {
        sql.Append($"  select {new RawSql(parents is null ? "0::bigint" : "c.target_id")} as parent");
        for (var i = 0; i < request.Dimensions.Count; i++) sql.Append($", {new RawSql($"{Key(request.Dimensions[i])} as k{i + 1}")}");
        Func<string, string> sum = IsOfOneRow ? column => column : column => $"sum({column})";
        foreach (var measure in request.Measures) sql.Append($", {new RawSql($"{measure.OfCounts!(sum)} as {measure.Sql}")}");
    }

    /// <summary>Writes that the days of a row are among those that are asked for, each condition with <c>and</c> before it.</summary>
    public void AppendDays(SqlText sql, string day) => days?.Append(sql, new(day));

    /// <summary>Writes an expression of how many papers the groups are made of.</summary>
    public void AppendPaperCount(SqlText sql)
    {
        var counted = thing ?? CountedThing.All;
        sql.Append($"(select coalesce(sum(c.papers), 0)::bigint");
        AppendRows(sql, new CountedKeys(counted.Dimension, ""), counted);
        sql.Append($")");
    }

    private void AppendRows(SqlText sql, CountedKeys keys, CountedThing? of)
    {
        sql.Append($"\n  from group_counts c");
        sql.Append($"\n  where c.dimension = '{Name(keys.Dimension)}' and c.period = '{Name(period)}'{new RawSql(keys.Condition)}");
        if (parents is not null) sql.Append($"\n    and c.value = '' and c.target_id = any (array(\n{parents}))");
        else of?.Condition?.Invoke(sql);
        AppendDays(sql, "c.starts_on");
    }

    private string Key(GroupDimension of) => of switch
    {
        PeriodDimension { IsOfEdges: true, Interval: Interval.Month } when period == CountedPeriod.Month => "c.starts_on",
        PeriodDimension { IsOfEdges: true } each => each.Interval.Start("c.starts_on").Text,
        _ => of.Counted!.Key,
    };

    /// <summary>The longest periods that those asked for are made of.</summary>
    private static CountedPeriod Needed(GroupRequest request)
    {
        var intervals = request.Dimensions.OfType<PeriodDimension>().Where(period => period.IsOfEdges).Select(period => period.Interval);
        if (intervals.Any(interval => interval is Interval.Day or Interval.Week)) return CountedPeriod.Day;
        if (request.Given?.PublishedOn is not { } days) return intervals.Any() ? CountedPeriod.Month : CountedPeriod.All;
        var isOfMonths = days.From is not { Day: > 1 } && (days.To is not { } to || to == DateOnly.MaxValue || to.AddDays(1).Day == 1);
        return isOfMonths ? CountedPeriod.Month : CountedPeriod.Day;
    }

    private static RawSql Name<TEnum>(TEnum value) where TEnum : struct, Enum => new(EnumName.For(value));
}
