using System.Globalization;
using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Model.Links;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Links;

namespace PaperGraph.Sources.Arxiv;

/// <summary>What arXiv's formats have in common: how it breaks lines, names its papers and dates them.</summary>
internal static partial class ArxivText
{
    /// <summary>An abstract: a line that two blanks indent begins a paragraph, but where all are indented behind the first.</summary>
    public static string? Abstract(string? text)
    {
        if (text is null) return null;
        var lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var isWrapped = !IsIndented(lines[0]) && lines.Skip(1).Where(line => !string.IsNullOrWhiteSpace(line)).All(IsIndented);
        var broken = isWrapped
            ? string.Join('\n', lines)
            : string.Join('\n', lines.Select((line, i) => i > 0 && IsIndented(line) ? "\n" + line : line));
        return Prose.ParagraphsOrNull(broken);
    }

    /// <summary>The id without its version; null, with a problem, where the text is none.</summary>
    public static string? Id(string field, string? text, FieldProblemCollector problems)
    {
        if (Prose.LineOrNull(text) is not { } line) return null;
        if (ArxivIds.Parse(line) is { } id) return id;
        problems.Add(field, line, "no arXiv id");
        return null;
    }

    /// <summary>The first of the DOIs that a field holds, which are told apart by blanks.</summary>
    public static string? FirstDoi(string field, string? text, FieldProblemCollector problems)
    {
        if (Prose.LineOrNull(text) is not { } line) return null;
        foreach (var part in line.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))
            if (Doi.Parse(part) is { } doi) return doi;
        problems.Add(field, line, "no DOI");
        return null;
    }

    /// <summary>The day that a text states; null, with a problem, where it states none.</summary>
    public static DateOnly? Day(string field, string? text, FieldProblemCollector problems)
    {
        if (Prose.LineOrNull(text) is not { } line) return null;
        if (StatedTime.Day(line) is { } day) return day;
        problems.Add(field, line, "no date");
        return null;
    }

    public static string? Address(string? id) => id is null ? null : $"https://arxiv.org/abs/{id}";

    /// <summary>Where the comment of a paper leads to: its code stands there more often than in its abstract.</summary>
    public static IReadOnlyList<StatedLink> Links(string field, string? comment) => Prose.LineOrNull(comment) is { } line
        ? [.. LinkFinder.Find(line).Select(link => new StatedLink(field, link.Quote, link.Target))]
        : [];

    /// <summary>
    /// Whether a day can be that of a paper's first version: its id says the month, give or take one. Some servers give the day of the
    /// newest version under the name of the first.
    /// </summary>
    public static bool IsOfFirstVersion(string id, DateOnly day)
    {
        if (MonthPattern().Match(id) is not { Success: true } match) return true;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        var submitted = ((year < 91 ? 2000 + year : 1900 + year) * 12) + month;
        return Math.Abs((day.Year * 12) + day.Month - submitted) <= 1;
    }

    private static bool IsIndented(string line) => line is [' ', ' ', not ' ', ..];

    [GeneratedRegex("(?:^|/)(?<year>[0-9]{2})(?<month>[0-9]{2})(?:[.]|[0-9]{3}$)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();
}
