using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>The day in the name of a file that holds the list of a day, such as <c>daily_papers_2025-06-18.json</c>.</summary>
internal static partial class ListDay
{
    /// <summary>The day in the name of a file; null where the name holds none, or several.</summary>
    public static DateOnly? OfName(string file)
    {
        var days = DayPattern().Matches(Path.GetFileName(file))
            .Select(match => Day(match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value))
            .OfType<DateOnly>()
            .Distinct()
            .ToList();
        return days is [var day] ? day : null;
    }

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact(year + month + day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var stated)
            ? stated
            : null;

    [GeneratedRegex(
        "(?<![0-9])(?<year>20[0-9]{2})(?<mark>[-_.]?)(?<month>[0-9]{2})\\k<mark>(?<day>[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
