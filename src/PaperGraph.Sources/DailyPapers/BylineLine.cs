using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// What a line says that is part of a byline: a number of authors, a date with perhaps a number of comments behind it, an
/// organization before a date, or nothing but the separator between them, in which case all its values are null.
/// </summary>
internal sealed partial record BylineLine(int? Authors, StatedDate? Date, int? Comments, string? Organization)
{
    private const int MaxLength = 200;
    private const string Separators = "·•∙⋅‧・●▪◦‣|";

    private static readonly BylineLine Separator = new(null, null, null, null);

    public bool IsSeparator => Authors is null && Date is null;

    public static BylineLine? Parse(string line)
    {
        if (line.Length > MaxLength) return null;
        if (line is "-" or "*" or "–" or "—" or "/" or "--") return Separator;

        var byline = Separator;
        var parts = DashPattern().Replace(BulletPattern().Replace(line, ""), "·").Split(Separators.ToCharArray(), Options);
        for (var index = 0; index < parts.Length; index++)
        {
            var part = parts[index];
            if (byline.Authors is null && byline.Date is null && AuthorsPattern().Match(part) is { Success: true } authors)
                byline = byline with
                {
                    Authors = PrintedDate.Number(authors, "number"),
                    Comments = PrintedDate.Number(authors, "comments"),
                };
            else if (byline.Date is null && PrintedDate.Parse(part) is { } date)
                byline = byline with { Date = date.Date, Comments = date.Comments ?? byline.Comments };
            else if (byline.Comments is null && !byline.IsSeparator && ParseNumber(part) is { } comments)
                byline = byline with { Comments = comments };
            else if (index == 0 && parts.Length > 1 && PrintedDate.Parse(parts[1]) is not null)
                byline = byline with { Organization = part };
            else
                return null;
        }
        return byline;
    }

    /// <summary>A line that is a number and nothing else, perhaps with an arrow that says "upvotes".</summary>
    public static int? ParseNumber(string line) =>
        line.Length <= 20 && NumberPattern().Match(line) is { Success: true } match ? PrintedDate.Number(match, "number") : null;

    /// <summary>Whether a line, where authors or an organization are due, counts something, in words that are not known.</summary>
    public static bool MayBeUnreadAuthors(string line) => line.Length <= 40 && UnreadAuthorsPattern().IsMatch(line);

    private const StringSplitOptions Options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private const string Count = PrintedDate.Count;

    // The word "authors" as browsers translate it.
    private const string AuthorsWord =
        "(?:authors?|autore[ns]?|autors?|autori|auteurs?|autor[aey]s?|autorów|autorzy|författare|forfattere|yazar|penulis"
        + "|автор(?:а|ов|и|ів)?|位?作者|[名人位]?の?著者|명의 저자|저자)";

    // Any mark but a letter may be a bullet; so may an "o", which is what word processors make of one.
    [GeneratedRegex(
        $@"^(?:(?:[^\p{{L}}\p{{N}}\s]{{1,3}}|o) ?){{1,2}}(?={Count} ?{AuthorsWord})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BulletPattern();

    [GeneratedRegex(" [-–—/] ", RegexOptions.CultureInvariant)]
    private static partial Regex DashPattern();

    [GeneratedRegex(
        $@"^(?:(?<number>{Count}) ?{AuthorsWord}|(?:著者|저자) ?(?<number>{Count}) ?[名人명])(?: (?<comments>{Count}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsPattern();

    [GeneratedRegex($@"^(?:(?:[▲△⬆↑]|👍)\uFE0F? ?)?(?<number>{Count})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        $@"^(?:[^\p{{L}}\p{{N}}\s]{{1,3}} ?|o ){{0,2}}{Count} ?[\p{{L}}\p{{M}}]+(?: [\p{{L}}\p{{M}}]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnreadAuthorsPattern();
}
