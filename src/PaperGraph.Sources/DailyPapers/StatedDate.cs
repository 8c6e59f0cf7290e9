using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>A date as printed, perhaps without its year, perhaps one that no calendar has.</summary>
internal readonly record struct StatedDate(int? Year, int Month, int Day, string Words)
{
    /// <summary>The date in a year; null where that year does not have it.</summary>
    public DateOnly? In(int year) =>
        year is >= 1 and <= 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month)
            ? StatedTime.Possible(new DateOnly(year, Month, Day))
            : null;
}
