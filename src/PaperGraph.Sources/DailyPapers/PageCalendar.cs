namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Gives the dates of one page their years. A page prints no year in dates of the year in which it was saved, so that every
/// year that it prints is an earlier one.
/// </summary>
internal sealed class PageCalendar(DateOnly? asOf, int? latestPrintedYear)
{
    public readonly record struct Answer(DateOnly? Date, bool Inferred = false, string? Problem = null, string Advice = "");

    public Answer Resolve(StatedDate stated)
    {
        if (stated.Year is { } printed)
            return stated.In(printed) is { } date ? new Answer(date) : NoSuchDay(stated, printed);
        if (asOf is { } saved) return ResolveAsOf(stated, saved);
        if (latestPrintedYear is not { } latest) return new Answer(null);
        return stated.In(latest + 1) is { } inferred ? new Answer(inferred, Inferred: true) : NoSuchDay(stated, latest + 1);
    }

    // A page of December may have been saved in January: a date that the year of saving does not have yet, or at all, is of
    // the year before, unless the page prints that year. Time zones let a page be one day ahead.
    private Answer ResolveAsOf(StatedDate stated, DateOnly saved)
    {
        var date = stated.In(saved.Year);
        if (date is { } inTime && inTime.DayNumber <= saved.DayNumber + 1) return new Answer(inTime);
        if ((latestPrintedYear is null || latestPrintedYear < saved.Year - 1) && stated.In(saved.Year - 1) is { } earlier)
            return new Answer(earlier, Inferred: true);
        return date is null
            ? NoSuchDay(stated, saved.Year)
            : new Answer(
                null,
                Problem: $"“{stated.Words}” without a year lies after {saved:yyyy-MM-dd}, the day on which the page was saved.",
                Advice: "Give the day on which the page was saved with --as-of; until then the date is unknown.");
    }

    private static Answer NoSuchDay(StatedDate stated, int year) => new(
        null,
        Problem: $"There is no “{stated.Words}” in {year}.",
        Advice: "Correct the date, or give the day on which the page was saved with --as-of; until then the date is unknown.");
}
