using System.Globalization;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

internal enum Interval
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>Periods of the calendar, each known by its first day. Weeks begin on Monday.</summary>
internal static class CalendarPeriod
{
    /// <summary>The first day of the period that a day, given in SQL, is in; an infinite day is itself.</summary>
    public static RawSql Start(this Interval interval, string day) => interval == Interval.Day
        ? new(day)
        : new($"date_trunc('{interval.Unit()}', {day}::timestamp)::date");

    public static DateOnly Start(this Interval interval, DateOnly day) => interval switch
    {
        Interval.Day => day,
        Interval.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Interval.Month => new DateOnly(day.Year, day.Month, 1),
        Interval.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>The first day behind a period; null where the calendar ends with it.</summary>
    public static DateOnly? Next(this Interval interval, DateOnly start)
    {
        var days = DateOnly.MaxValue.DayNumber - start.DayNumber;
        return interval switch
        {
            Interval.Day => days < 1 ? null : start.AddDays(1),
            Interval.Week => days < 7 ? null : start.AddDays(7),
            Interval.Month => days < 31 ? null : start.AddMonths(1),
            Interval.Quarter => days < 92 ? null : start.AddMonths(3),
            _ => days < 366 ? null : start.AddYears(1),
        };
    }

    /// <summary>The first day of the month, quarter or year that is so many before another, not before the year 2.</summary>
    public static DateOnly Before(this Interval interval, DateOnly start, int count)
    {
        var months = count * interval switch { Interval.Month => 1, Interval.Quarter => 3, _ => 12 };
        var earliest = new DateOnly(2, 1, 1);
        return months < (start.Year - earliest.Year) * 12 ? start.AddMonths(-months) : earliest;
    }

    /// <summary>What a person calls a period: 18 Jun 2025, Jun 2025, Q2 2025, 2025.</summary>
    public static string Label(this Interval interval, DateOnly start) => interval switch
    {
        Interval.Month => start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        Interval.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{((start.Month - 1) / 3) + 1} {start.Year}"),
        Interval.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => start.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>How it is written as an interval of PostgreSQL.</summary>
    public static string Step(this Interval interval) => interval == Interval.Quarter ? "3 months" : $"1 {interval.Unit()}";

    /// <summary>How many days one period has at least.</summary>
    public static int Days(this Interval interval) => interval switch
    {
        Interval.Day => 1,
        Interval.Week => 7,
        Interval.Month => 28,
        Interval.Quarter => 90,
        _ => 365,
    };

    private static string Unit(this Interval interval) => EnumName.For(interval).ToLowerInvariant();
}
