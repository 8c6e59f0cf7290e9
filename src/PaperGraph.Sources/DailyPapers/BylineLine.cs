using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// What a line says that is part of a byline: a number of authors, a date with perhaps a number of comments behind it, an
/// organization before a date, or nothing but the separator between them. All null is a separator.
/// </summary>
internal sealed partial record BylineLine(int? Authors, StatedDate? Date, int? Comments, string? Organization)
{
    private const int MaxLength = 200;
    private const string Separators = "·•∙⋅‧・●▪◦‣|";
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";

    public bool IsSeparator => Authors is null && Date is null;

    public static BylineLine? Parse(string line)
    {
        if (line.Length > MaxLength) return null;
        if (line is "-" or "*" or "–" or "—") return new BylineLine(null, null, null, null);

        var byline = new BylineLine(null, null, null, null);
        var parts = BulletPattern().Replace(line, "").Split(Separators.ToCharArray(), Options);
        for (var index = 0; index < parts.Length; index++)
        {
            var part = parts[index];
            if (byline.Authors is null && byline.Date is null && AuthorsPattern().Match(part) is { Success: true } authors)
                byline = byline with { Authors = Number(authors), Comments = Number(authors, "comments") };
            else if (byline.Date is null && ParseDate(part) is { } date)
                byline = byline with { Date = date.Date, Comments = date.Comments ?? byline.Comments };
            else if (byline.Comments is null && !byline.IsSeparator && ParseNumber(part) is { } comments)
                byline = byline with { Comments = comments };
            else if (index == 0 && parts.Length > 1 && ParseDate(parts[1]) is not null)
                byline = byline with { Organization = part };
            else
                return null;
        }
        return byline;
    }

    /// <summary>A line that is a number and nothing else, perhaps with an arrow that says "upvotes".</summary>
    public static int? ParseNumber(string line) =>
        line.Length <= 20 && NumberPattern().Match(line) is { Success: true } match ? Number(match) : null;

    private static (StatedDate Date, int? Comments)? ParseDate(string part)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[MonthFirstPattern(), DayFirstPattern(), IsoPattern()])
        {
            if (pattern.Match(part) is not { Success: true } match) continue;
            var month = match.Groups["month"].Value;
            var date = new StatedDate(
                Number(match, "year"),
                char.IsAsciiDigit(month[0]) ? int.Parse(month, CultureInfo.InvariantCulture) : MonthOf(month),
                Number(match, "day") ?? 0,
                match.Groups["date"].Value);
            return date.Month is >= 1 and <= 12 ? (date, Number(match, "comments")) : null;
        }
        return null;
    }

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months.Split('|'), month => month.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase));

    private static int? Number(Match match, string group = "number") =>
        match.Groups[group] is { Success: true } digits
        && int.TryParse(digits.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private const StringSplitOptions Options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private const string Count = @"(?:\d{1,3}(?:,\d{3})+|\d{1,7})";
    private const string Month =
        "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
        + @"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
    private const string Trailing = $"(?: (?<comments>{Count}))?";

    [GeneratedRegex(@"^[-*–] (?=[\d,]+ authors?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BulletPattern();

    [GeneratedRegex($"^(?<number>{Count}) authors?{Trailing}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsPattern();

    [GeneratedRegex($@"^(?:(?:[▲△⬆↑]|👍)\uFE0F? ?)?(?<number>{Count})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        $@"^(?<date>{Month} (?<day>\d{{1,2}})(?:,? (?<year>(?:19|20)\d\d))?){Trailing}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirstPattern();

    [GeneratedRegex(
        $@"^(?<date>(?<day>\d{{1,2}}) {Month}(?:,? (?<year>(?:19|20)\d\d))?){Trailing}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayFirstPattern();

    [GeneratedRegex($@"^(?<date>(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)){Trailing}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoPattern();
}
