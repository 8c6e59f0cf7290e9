using PaperGraph.Model;

namespace PaperGraph.Data.Groups;

/// <summary>
/// Papers are added up by the shortest period by which a dimension is kept before longer ones are: an author's rows are as many as he has
/// papers by day, and one of all time.
/// </summary>
internal static class ShortestPeriodSql
{
    /// <summary>An expression of the first day of that period.</summary>
    /// <param name="dimension">An expression of the dimension's name.</param>
    /// <param name="day">A column.</param>
    public static string StartOf(string dimension, string day) => $"""
        case
          when {dimension} in ({Names(CountedPeriod.All)}) then date '-infinity'
          when {dimension} in ({Names(CountedPeriod.Month)}) then date_trunc('month', {day}::timestamp)::date
          else {day} end
        """;

    /// <summary>An expression of its name.</summary>
    public static string NameOf(string dimension) => $"""
        case
          when {dimension} in ({Names(CountedPeriod.All)}) then '{EnumName.For(CountedPeriod.All)}'
          when {dimension} in ({Names(CountedPeriod.Month)}) then '{EnumName.For(CountedPeriod.Month)}'
          else '{EnumName.For(CountedPeriod.Day)}' end
        """;

    /// <summary>Those that are kept by a period and by a shorter one too.</summary>
    public static string NamesOfLonger(CountedPeriod period) => GroupCountsSql.Names(
        KeptCounts.All.Where(dimension => dimension.IsKeptBy(period) && dimension.ShortestPeriod() != period));

    private static string Names(CountedPeriod shortest) =>
        GroupCountsSql.Names(KeptCounts.All.Where(dimension => dimension.ShortestPeriod() == shortest));
}
