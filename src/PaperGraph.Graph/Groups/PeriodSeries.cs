using PaperGraph.Graph.Papers;

namespace PaperGraph.Graph.Groups;

/// <summary>
/// The periods of an answer, none of which is missing: between those that have papers, and before and behind them as far as a filter asks,
/// there are those that have none. There are hundreds of months, quarters or years at most, so that all that have papers are read and the
/// others are put between them here, which takes PostgreSQL as long as to find the first ones.
/// </summary>
/// <param name="dimension">What periods they are, months or longer ones.</param>
/// <param name="given">The filter of the papers; null for none.</param>
/// <param name="isDescending">Whether the latest comes first.</param>
internal sealed class PeriodSeries(PeriodDimension dimension, PaperFilter? given, bool isDescending)
{
    /// <summary>Stands for the place of a period without a paper.</summary>
    public const int None = -1;

    private readonly List<(DateOnly Start, int Place)> periods = [];

    /// <summary>How many periods there are, with the unknown one.</summary>
    public int Count => periods.Count;

    /// <summary>Makes the series.</summary>
    /// <param name="known">The periods that have papers, in order; first <see cref="DateOnly.MinValue"/> for the unknown one.</param>
    /// <param name="last">How many are told: the last ones; null for all.</param>
    public void Complete(ReadOnlySpan<DateOnly> known, int? last)
    {
        periods.Clear();
        var place = known is [var first, ..] && first == DateOnly.MinValue ? 1 : 0;
        var isUnknown = place > 0;
        var (low, high) = dimension.Periods(given);
        if (place < known.Length) (low, high) = (low ?? known[place], high ?? known[^1]);
        if (last is { } most && high is { } end) low = Later(low, dimension.Interval.Before(end, most - 1));
        if (low is null || high is null || high.Value.DayNumber - low.Value.DayNumber > GroupedPapers.MaxEmpty * dimension.Interval.Days())
            high = null;
        for (var next = low; next is { } start && start <= high; next = dimension.Interval.Next(start))
        {
            for (; place < known.Length && known[place] < start; place++) periods.Add((known[place], place));
            periods.Add((start, place < known.Length && known[place] == start ? place++ : None));
        }
        for (; place < known.Length; place++) periods.Add((known[place], place));
        if (last is { } told && periods.Count > told) periods.RemoveRange(0, periods.Count - told);
        if (isDescending) periods.Reverse();
        if (isUnknown) periods.Add((DateOnly.MinValue, 0));
    }

    /// <summary>The keys of the first so many periods.</summary>
    public GroupKey[] Keys(int first)
    {
        var keys = new GroupKey[Math.Min(first, Count)];
        for (var i = 0; i < keys.Length; i++) keys[i] = dimension.Describe(periods[i].Start);
        return keys;
    }

    /// <summary>The numbers of the first so many periods, given those of the periods that have papers.</summary>
    /// <param name="ofNone">The number of a period without a paper.</param>
    public double?[] Numbers(int first, double?[] known, double? ofNone)
    {
        var numbers = new double?[Math.Min(first, Count)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = periods[i].Place is >= 0 and var place ? known[place] : ofNone;
        return numbers;
    }

    private static DateOnly? Later(DateOnly? day, DateOnly other) => day > other ? day : other;
}
