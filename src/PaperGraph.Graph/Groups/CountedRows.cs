using PaperGraph.Data.Groups;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// Rows <c>c</c> of <c>group_counts</c> or <c>hub_counts</c>, by one dimension and the periods of the papers' own days or without, of which
/// groups are made.
/// </summary>
/// <param name="request">What is asked for.</param>
/// <param name="keys">The rows of the dimension.</param>
/// <param name="period">The length of the times whose rows are read, see <see cref="Needed"/>.</param>
internal sealed class CountedRows(GroupRequest request, CountedKeys keys, CountedPeriod period)
{
    private readonly DateRange? days = request.Given?.PublishedOn;

    /// <summary>The longest periods that those asked for are made of.</summary>
    public static CountedPeriod Needed(GroupRequest request)
    {
        var intervals = request.Dimensions.OfType<PeriodDimension>().Where(period => period.IsOfEdges).Select(period => period.Interval);
        if (intervals.Any(interval => interval is Interval.Day or Interval.Week)) return CountedPeriod.Day;
        if (request.Given?.PublishedOn is not { } days) return intervals.Any() ? CountedPeriod.Month : CountedPeriod.All;
        var isOfMonths = days.From is not { Day: > 1 } && (days.To is not { } to || to == DateOnly.MaxValue || to.AddDays(1).Day == 1);
        return isOfMonths ? CountedPeriod.Month : CountedPeriod.Day;
    }

    /// <summary>What is asked for of the papers but their days.</summary>
    public static PaperFilter WithoutDays(GroupRequest request) => (request.Given ?? PaperFilter.Empty) with { PublishedOn = null };

    /// <summary>The length of the times whose rows are read.</summary>
    public RawSql Period => Name(period);

    /// <summary>Whether each group is one row, so that nothing is to be added up.</summary>
    public bool IsOfOneRow => !keys.HasRepeats
        && (period == CountedPeriod.All
            || request.Dimensions.Any(dimension => dimension is PeriodDimension { IsOfEdges: true, Interval: var interval }
                && interval == (period == CountedPeriod.Day ? Interval.Day : Interval.Month)));

    /// <summary>Writes a select of the parent, the keys and the measures of the rows of a table, up to how they are grouped.</summary>
    /// <param name="parent">An expression of the parent.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="of">Writes what must hold of a row besides, with <c>and</c> before it; null for nothing.</param>
    public void Append(SqlText sql, RawSql parent, RawSql table, SqlFragment? of)
    {
        AppendSelect(sql, parent);
        sql.Append($"\n  from {table} c\n  where ");
        AppendCondition(sql);
        of?.Invoke(sql);
    }

    /// <summary>Writes a select of the parent, the keys and the measures of rows, up to where these come from.</summary>
    /// <inheritdoc cref="Append" path="/param"/>
    public void AppendSelect(SqlText sql, RawSql parent)
    {
        sql.Append($"  select {parent} as parent");
        for (var i = 0; i < request.Dimensions.Count; i++) sql.Append($", {new RawSql($"{Key(request.Dimensions[i])} as k{i + 1}")}");
        Func<string, string> sum = IsOfOneRow ? column => column : column => $"sum({Signed(column)})";
        foreach (var measure in request.Measures) sql.Append($", {new RawSql($"{measure.OfCounts!(sum)} as {measure.Sql}")}");
    }

    /// <summary>Writes that a row is one of those that are counted.</summary>
    public void AppendCondition(SqlText sql)
    {
        if (keys.Again is { } again) sql.Append($"c.dimension in ('{Name(keys.Dimension)}', '{Name(again)}')");
        else sql.Append($"c.dimension = '{Name(keys.Dimension)}'");
        sql.Append($" and c.period = '{Period}'{new RawSql(keys.Condition)}");
        AppendDays(sql, "c.starts_on");
    }

    /// <summary>Writes that the days of a row are among those that are asked for, each condition with <c>and</c> before it.</summary>
    public void AppendDays(SqlText sql, string day) => days?.Append(sql, new(day));

    /// <summary>Writes how rows are put together to groups.</summary>
    public void AppendGrouping(SqlText sql)
    {
        if (!IsOfOneRow) sql.Append($"\n  group by 1, {new RawSql(string.Join(", ", request.Dimensions.Select((_, i) => i + 2)))}");
    }

    /// <summary>Writes an expression of how many papers of these days something has.</summary>
    public void AppendPaperCount(SqlText sql, CountedThing of)
    {
        sql.Append($"(select coalesce(sum(c.papers), 0)::bigint\n  from group_counts c");
        sql.Append($"\n  where c.dimension = '{Name(of.Dimension)}' and c.period = '{Period}'{of.Condition}");
        AppendDays(sql, "c.starts_on");
        sql.Append($")");
    }

    private string Signed(string column) =>
        keys.Again is { } again ? $"case when c.dimension = '{EnumName.For(again)}' then -{column} else {column} end" : column;

    private string Key(GroupDimension of) => of switch
    {
        PeriodDimension { IsOfEdges: true, Interval: Interval.Month } when period == CountedPeriod.Month => "c.starts_on",
        PeriodDimension { IsOfEdges: true } each => each.Interval.Start("c.starts_on").Text,
        _ => keys.Key,
    };

    private static RawSql Name<TEnum>(TEnum value) where TEnum : struct, Enum => new(EnumName.For(value));
}
