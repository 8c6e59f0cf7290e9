using System.Globalization;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Library;

/// <summary>
/// Dates of references. A year, a month, a season, a span or words such as "in press" state no day, and there is nothing wrong with them;
/// what is neither these nor a day cannot be read.
/// </summary>
internal static partial class ReferenceDate
{
    /// <summary>The day that a text states; null where it states none, with a problem where it is no date.</summary>
    public static DateOnly? Day(string field, string? text, FieldProblemCollector problems)
    {
        if (text is null) return null;
        if (Day(text) is { } day) return day;
        if (!IsLessThanDay(text)) problems.Add(field, text, "no date");
        return null;
    }

    /// <summary>The day of two fields, such as <c>JUN 12</c> and the year <c>2024</c>; null where they state none.</summary>
    public static DateOnly? Day(string? dayAndMonth, string? year)
    {
        if (dayAndMonth is null || year is not { Length: >= 4 } || YearPattern().Match(year) is not { Success: true } stated) return null;
        if (DayAndMonthPattern().Match(dayAndMonth.Trim()) is not { Success: true } match) return null;
        var month = match.Groups["month"].Value;
        if (month.Equals("sept", StringComparison.OrdinalIgnoreCase)) month = "Sep";
        return StatedTime.Day($"{match.Groups["day"].Value} {month} {stated.Value}");
    }

    /// <summary>A whole day: as ISO 8601 and others write it, or as RIS does, with slashes and words behind.</summary>
    public static DateOnly? Day(string text)
    {
        if (StatedTime.Day(text) is { } day) return day;
        return SlashedPattern().Match(text) is { Success: true } match
            && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy/M/d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                ? StatedTime.Possible(day)
                : null;
    }

    /// <summary>Whether a text is a date that leaves the day open.</summary>
    public static bool IsLessThanDay(string text) =>
        PartPattern().IsMatch(text)
        || (SpanPattern().Match(text) is { Success: true } span && IsEnd(span.Groups["from"].Value) && IsEnd(span.Groups["to"].Value));

    private static bool IsEnd(string text) => text is "" or ".." || StatedTime.Day(text) is not null || PartPattern().IsMatch(text);

    [GeneratedRegex(@"^(?<day>[0-9]{4}/[0-9]{1,2}/[0-9]{1,2})(?:/.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SlashedPattern();

    [GeneratedRegex(
        """
        ^(?:
            (?:ca?\.? [ ]? | \[)? [0-9]{4} [~?%a-z]? \]?                                  # 2024, ca. 2024, 2024?, 2024a
          | [0-9]{4} - (?:0[0-9] | 1[0-2] | 2[1-4]) (?:-(?:00|XX))? [~?%]?                # 2024-05, and seasons of EDTF
          | [0-9]{4} / (?:(?:0?[0-9] | 1[0-2])? (?:/ (?:00?)? (?:/ .*)?)?)?               # 2024/05//, 2024///Spring
          | \p{L}+\.? (?:\s* (?:[-–/&] | and) \s* \p{L}+\.?)? ,? \s* (?:[0-9]{4})?        # May 2024, May–June 2024, May
          | [0-9]{4} ,? \s* \p{L}+\.? (?:\s* [-–/] \s* \p{L}+\.?)?                        # 2024 May
          | [0-9]{4} \s+ \p{L}{3,9}\.? (?:\s+ [0-9]{1,2})? \s* [-–/] \s* (?:[0-9]{4} \s+)? (?:\p{L}{3,9}\.?)? \s* (?:[0-9]{1,2})?
                                                                                        # 2024 May 12-14, 2023 Dec-2024 Jan
          | \p{L}{3,9}\.? \s+ (?:0?[1-9] | [12][0-9] | 3[01])                             # May 12
          | (?:0?[1-9] | [12][0-9] | 3[01]) \.? \s+ \p{L}{3,9}\.?                         # 12 May
          | \p{L}{3,9}\.? \s+ [0-9]{1,2} \s* [-–/] \s* (?:\p{L}{3,9}\.? \s+)? [0-9]{1,2} (?:,? \s* [0-9]{4})?     # May 12-14, 2024
          | [0-9]{1,2}\.? (?:\s+ \p{L}{3,9}\.?)? \s* [-–/] \s* [0-9]{1,2}\.? \s+ \p{L}{3,9}\.? (?:,? \s* [0-9]{4})?  # 12-14 May 2024
          | n\. \s? d\. | s\. \s? [ad]\. | no\ date | [?]+ | in\ (?:press|print|preparation|review) | to\ appear | under\ review
          | (?:early|online)\ (?:access|first) | not\ yet\ published
        )$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PartPattern();

    [GeneratedRegex("^[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    [GeneratedRegex(
        @"^(?:(?<month>\p{L}{3,9})\.?\s+(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})\.?\s+(?<month>\p{L}{3,9})\.?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonthPattern();

    [GeneratedRegex(@"^(?<from>[^/–]*?)\s*(?:/|–|--|\s-\s)\s*(?<to>[^/–]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SpanPattern();
}
