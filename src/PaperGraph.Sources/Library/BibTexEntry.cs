using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;
using PaperGraph.Sources.Tex;

namespace PaperGraph.Sources.Library;

/// <summary>The paper that the fields of one entry state. Paths of files on somebody's machine are not looked at.</summary>
internal sealed partial class BibTexEntry(IReadOnlyDictionary<string, string> fields)
{
    private readonly FieldProblemCollector problems = new();

    public static SourceRecord Read(IReadOnlyDictionary<string, string> fields, int line)
    {
        var entry = new BibTexEntry(fields);
        var paper = entry.Paper();
        if (paper is null)
            entry.problems.AddWhole(
                string.Join("; ", fields.Where(field => field.Key is not "file").Select(field => $"{field.Key} = {field.Value}")),
                "This entry has no title.", "Give it one.");
        return SourceRecord.From(paper, entry.problems, line, 1);
    }

    private ListedPaper? Paper()
    {
        if (Text("title") is not { } title) return null;
        var (authors, areAll) = Authors();
        return new ListedPaper
        {
            Title = title,
            Abstract = fields.GetValueOrDefault("abstract") is { } text ? Prose.ParagraphsOrNull(TexDecoder.Decode(text)) : null,
            ArxivId = LibraryIds.FindArxiv(
                Text("eprint"), Text("journal"), Text("journaltitle"), Text("volume"), Text("note"), Text("publisher"), Text("url"),
                Text("howpublished"), Text("doi")),
            Doi = LibraryIds.Doi("doi", Text("doi"), problems),
            Url = Address(),
            PublishedOn = Day(),
            AuthorNames = authors,
            AuthorCount = areAll && authors.Count > 0 ? authors.Count : null,
            Rank = 0,
        };
    }

    private string? Text(string name) =>
        fields.GetValueOrDefault(name) is { } value ? Prose.LineOrNull(TexDecoder.Decode(value)) : null;

    /// <summary>The names, and whether they are all of them.</summary>
    private (IReadOnlyList<string> Names, bool AreAll) Authors()
    {
        var names = new List<string>();
        var areAll = true;
        foreach (var part in Parts(fields.GetValueOrDefault("author", "")))
        {
            if (part.Equals("others", StringComparison.OrdinalIgnoreCase)) areAll = false;
            else if (Name(part) is { } name) names.Add(name);
        }
        return (names, areAll);
    }

    private static string? Name(string part)
    {
        if (part is ['{', .., '}'] && part.IndexOf('}', StringComparison.Ordinal) == part.Length - 1)
            return PersonNames.Join(TexDecoder.Decode(part));
        if (KeyedPattern().Matches(part) is { Count: > 0 } keyed)
        {
            string? Value(string key) =>
                keyed.FirstOrDefault(match => match.Groups["key"].Value == key)?.Groups["value"].Value.Trim();

            return PersonNames.Join(Value("given"), Value("prefix"), Value("family"), Value("suffix")) is { } name
                ? TexDecoder.Decode(name)
                : null;
        }
        return PersonNames.Join(TexDecoder.Decode(part)) is { } stated ? PersonNames.InReadingOrder(stated) : null;
    }

    /// <summary>What stands between the words "and", outside of braces.</summary>
    private static IEnumerable<string> Parts(string authors)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < authors.Length; at++)
        {
            if (authors[at] == '{') depth++;
            if (authors[at] == '}') depth--;
            if (depth > 0) continue;
            var and = AndPattern().Match(authors, at, Math.Min(authors.Length - at, 40));
            if (!and.Success) continue;
            if (Prose.Line(authors[start..at]) is { Length: > 0 } name) yield return name;
            start = at + and.Length;
            at = start - 1;
        }
        if (Prose.Line(authors[start..]) is { Length: > 0 } last) yield return last;
    }

    private string? Address() =>
        fields.GetValueOrDefault("url") is { } url
        && AddressPattern().Match(url.Replace("\\", "", StringComparison.Ordinal)) is { Success: true } match
            ? match.Value
            : null;

    /// <summary>A day that is stated whole; a year or a month alone is no day.</summary>
    private DateOnly? Day()
    {
        if (Text("date") is { } date && DayPattern().IsMatch(date))
        {
            if (StatedTime.Day(date) is { } day) return day;
            problems.Add("date", date, "no date");
        }
        return Text("year") is { } year && Text("month") is { } month && Text("day") is { } dayOfMonth
            ? StatedTime.Day($"{dayOfMonth} {month} {year}")
                ?? StatedTime.Day($"{year}-{month.PadLeft(2, '0')}-{dayOfMonth.PadLeft(2, '0')}")
            : null;
    }

    [GeneratedRegex(@"\G\s+and\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AndPattern();

    [GeneratedRegex(@"\b(?<key>family|given|prefix|suffix)(?:-i)?\s*=\s*(?<value>\{[^}]*\}|[^,{}]*)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyedPattern();

    [GeneratedRegex(@"https?://[^\s{}<>""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
