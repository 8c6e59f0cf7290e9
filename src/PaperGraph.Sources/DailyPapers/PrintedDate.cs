using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>A date as pages print it, perhaps with a number of comments behind it.</summary>
internal static partial class PrintedDate
{
    public const string Count = @"(?:\d{1,3}(?:,\d{3})+|\d{1,7})";
    public const string Trailing = $"(?: (?<comments>{Count}))?";

    // What may be a date, such as "vor 5 Tagen", is short and holds a number among few words.
    private const int MaxUnread = 32;
    private const int MaxUnreadWords = 5;

    /// <summary>The date that a text is, and nothing else; null where it is none, or may be two.</summary>
    public static (StatedDate Date, int? Comments)? Parse(string text)
    {
        if (text.Length > 60) return null;
        foreach (var pattern in (ReadOnlySpan<Regex>)[MonthFirst(), DayFirst(), YearFirst(), Numbers(), EastAsian()])
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            if (MonthNames.Find(match.Groups["month"].ValueSpan) is not { } month || month is < 1 or > 12) continue;
            return (new StatedDate(Number(match, "year"), month, Number(match, "day")!.Value, match.Groups["date"].Value),
                Number(match, "comments"));
        }
        return null;
    }

    /// <summary>Whether a text, where a date is due, may be one that <see cref="Parse"/> cannot read.</summary>
    public static bool MayBeUnread(string text) =>
        text.Length <= MaxUnread && text.AsSpan().Count(' ') < MaxUnreadWords && LoneNumber().IsMatch(text);

    public static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits
        && int.TryParse(digits.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private const string Month = @"(?<month>[\p{L}\p{M}]{3,12})\.?";
    private const string Day = @"(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?";
    private const string Year = @"(?<year>(?:19|20)\d\d)";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex($@"^(?<date>{Month} {Day}(?:,? {Year})?){Trailing}$", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex($@"^(?<date>{Day}\.?(?: de)? {Month}(?:(?:,| de)? {Year}(?: [гr]\.)?)?){Trailing}$", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex($@"^(?<date>{Year}[.,]? {Month} {Day}\.?){Trailing}$", Options)]
    private static partial Regex YearFirst();

    // Day and month are told apart only where the year comes first, or where the numbers end in full stops.
    [GeneratedRegex(
        $@"^(?<date>{Year}(?<between>[-/])(?<month>\d\d?)\k<between>(?<day>\d\d?)|{Year}\. ?(?<month>\d\d?)\. ?(?<day>\d\d?)\.?"
        + $@"|(?<day>\d\d?)\. ?(?<month>\d\d?)\. ?{Year}){Trailing}$",
        Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        $@"^(?<date>(?:{Year} ?[年년] ?)?(?<month>\d\d?) ?[月월] ?(?<day>\d\d?) ?[日号號일]){Trailing}$", Options)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"(?<![\p{L}\d-])\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\d]|-\p{L})", Options)]
    private static partial Regex LoneNumber();
}
