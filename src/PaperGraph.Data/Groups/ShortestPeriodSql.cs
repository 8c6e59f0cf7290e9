using PaperGraph.Model;

namespace PaperGraph.Data.Groups;

/// <summary>
/// Papers are added up by the shortest period by which a dimension is kept before longer ones are: an author's rows are as many as he has
/// papers by day, and one of all time.
/// </summary>
/// <param name="isKeptBy">Whether papers are counted by a dimension and periods of that length.</param>
internal sealed class ShortestPeriodSql(Func<CountedDimension, CountedPeriod, bool> isKeptBy)
{
    /// <summary>The periods of <c>group_counts</c>.</summary>
    public static ShortestPeriodSql OfGroups { get; } = new(KeptCounts.IsKeptBy);

    /// <summary>The periods of <c>hub_counts</c>.</summary>
    public static ShortestPeriodSql OfHubs { get; } = new(KeptCounts.IsKeptOfHubs);

    /// <summary>An expression of the first day of that period.</summary>
    /// <param name="dimension">An expression of the dimension's name.</param>
    /// <param name="day">A column.</param>
    public string StartOf(string dimension, string day) => $"""
        case
          when {dimension} in ({Names(CountedPeriod.All)}) then date '-infinity'
          when {dimension} in ({Names(CountedPeriod.Month)}) then date_trunc('month', {day}::timestamp)::date
          else {day} end
        """;

    /// <summary>An expression of its name.</summary>
    public string NameOf(string dimension) => $"""
        case
          when {dimension} in ({Names(CountedPeriod.All)}) then '{EnumName.For(CountedPeriod.All)}'
          when {dimension} in ({Names(CountedPeriod.Month)}) then '{EnumName.For(CountedPeriod.Month)}'
          else '{EnumName.For(CountedPeriod.Day)}' end
        """;

    /// <summary>Those that are kept by a period and by a shorter one too.</summary>
    public string NamesOfLonger(CountedPeriod period) => GroupCountsSql.Names(
        KeptCounts.All.Where(dimension => isKeptBy(dimension, period) && Shortest(dimension) != period));

    private string Names(CountedPeriod shortest) =>
        GroupCountsSql.Names(KeptCounts.All.Where(dimension => Shortest(dimension) == shortest));

    /// <summary>Null where papers are not counted by it at all.</summary>
    private CountedPeriod? Shortest(CountedDimension dimension) =>
        Enum.GetValues<CountedPeriod>().Cast<CountedPeriod?>().FirstOrDefault(period => isKeptBy(dimension, period!.Value));
}
