using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Json;

/// <summary>
/// The day of a time, in UTC. Only forms that can mean no other day are read: ISO 8601 from year to day or finer, the dates of
/// HTTP, a month's name beside day and year, and seconds to nanoseconds since 1970.
/// </summary>
internal static partial class StatedTime
{
    private static readonly string[] Named =
    [
        "r", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy MMM d", "yyyy MMMM d",
    ];

    // The years in which a number counts seconds; a thousand times that it counts milliseconds, and so on.
    private static readonly long FirstSecond = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long LastSecond = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>
    /// The day, where its year is one in which papers are; null for what stands in place of a day that nobody knows, as 0001-01-01 and
    /// 9999-12-31 do, which the database would take for no end of time.
    /// </summary>
    public static DateOnly? Possible(DateOnly? day) => day is { Year: >= 1000 and < 3000 } ? day : null;

    /// <summary>The day that a text states; null where it states none that is possible.</summary>
    public static DateOnly? Day(string text)
    {
        text = text.Trim();
        if (IsoPattern().Match(text) is { Success: true } iso) return Possible(Day(iso));
        return DateTime.TryParseExact(text, Named, CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)
            ? Possible(DateOnly.FromDateTime(named))
            : null;
    }

    /// <summary>The day that a number counts to from 1970; null where it counts from another day, or too far.</summary>
    public static DateOnly? DayOfEpoch(double number)
    {
        for (var unit = 1d; unit <= 1e9; unit *= 1000)
        {
            var seconds = Math.Floor(number / unit);
            if (seconds >= FirstSecond && seconds < LastSecond)
                return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds).UtcDateTime);
        }
        return null;
    }

    private static DateOnly? Day(Match iso)
    {
        int Number(string group) => iso.Groups[group].Success ? int.Parse(iso.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

        if (!DateOnly.TryParseExact(iso.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        if (Number("hour") > 23 || Number("minute") > 59 || Number("second") > 60
            || Number("offsetHour") > 23 || Number("offsetMinute") > 59)
            return null;

        // Fractions of a second change no day, however many digits they have.
        var minutes = (Number("hour") * 60) + Number("minute");
        var offset = (Number("offsetHour") * 60) + Number("offsetMinute");
        var utc = minutes - (iso.Groups["sign"].Value == "-" ? -offset : offset);
        var number = day.DayNumber + (utc < 0 ? -1 : utc >= 24 * 60 ? 1 : 0);
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }

    [GeneratedRegex(
        """
        ^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})
        (?:
            (?:T|[ ]) (?<hour>[0-9]{2}) (?: :(?<minute>[0-9]{2}) (?: :(?<second>[0-9]{2}) (?:[.,][0-9]+)? )? )
            (?: [ ]?(?:Z|UTC|GMT) | [ ]?(?<sign>[+-])(?<offsetHour>[0-9]{2}):?(?<offsetMinute>[0-9]{2})? )?
        )?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsoPattern();
}
