using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Arxiv;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;
using PaperGraph.Sources.Tex;

namespace PaperGraph.Sources.Library;

/// <summary>The paper that the fields of one entry state. Paths of files on somebody's machine are not looked at.</summary>
internal sealed partial class BibTexEntry(string key, IReadOnlyDictionary<string, string> fields)
{
    private static readonly string[] NumberFields = ["volume", "number", "eid", "pages"];

    private static readonly string[] LinkFields = ["url", "code", "howpublished", "note", "annote"];

    private readonly FieldProblemCollector problems = new();

    public static SourceRecord Read(string key, IReadOnlyDictionary<string, string> fields, int line)
    {
        var entry = new BibTexEntry(key, fields);
        var paper = entry.Paper();
        if (paper is null)
            entry.problems.AddWhole(
                string.Join("; ", fields.Where(field => field.Key is not "file").Select(field => $"{field.Key} = {field.Value}")),
                "This entry has no title.", "Give it one.");
        return SourceRecord.From(paper, entry.problems, line, 1);
    }

    private ListedPaper? Paper()
    {
        if (InlineMarkup.Line(Text("title")) is not { } title) return null;
        var (authors, areAll) = Authors();
        return new ListedPaper
        {
            Title = ReferenceTitle.Join(title, Text("subtitle")),
            Abstract = fields.GetValueOrDefault("abstract") is { } text ? InlineMarkup.Paragraphs(TexDecoder.Decode(text)) : null,
            ArxivId = ArxivId(),
            Doi = LibraryIds.Doi("doi", Text("doi") is { } doi ? MathSignPattern().Replace(doi, "${sign}") : null, problems)
                ?? LibraryIds.FindDoi(Note()),
            Url = Address(),
            PublishedOn = Day(),
            AuthorNames = authors,
            AuthorCount = areAll && authors.Count > 0 ? authors.Count : null,
            Links = ReferenceLinks.Find([.. LinkFields.Select(field => (field, Text(field)))]),
            Details = CatalogueIds() is { } ids ? new PaperDetails { Ids = ids } : null,
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
        foreach (var part in Parts(fields.GetValueOrDefault("author", "")).SelectMany(People))
        {
            if (ArxivAuthors.IsColon(part)) continue;
            if (PersonNames.AreOthers(TexDecoder.Decode(part))) areAll = false;
            else if (Name(part) is { } name && PersonNames.IsOne(name)) names.Add(name);
            else problems.Add("author", part, "no list of people: one has no name");
        }
        return (names, areAll);
    }

    private static IReadOnlyList<string> People(string part) =>
        IsEnclosed(part) || KeyedPattern().IsMatch(part) ? [part] : PersonNames.Split(TexDecoder.Decode(part));

    private static string? Name(string part)
    {
        if (IsEnclosed(part))
            return PersonNames.Join(TexDecoder.Decode(part));
        if (KeyedPattern().Matches(part) is { Count: > 0 } keyed)
        {
            string? Value(string key) =>
                keyed.FirstOrDefault(match => match.Groups["key"].Value == key)?.Groups["value"].Value.Trim();

            return PersonNames.Join(Value("given"), Value("prefix"), Value("family"), Value("suffix")) is { } name
                ? TexDecoder.Decode(name)
                : null;
        }
        return PersonNames.Join(HomonymPattern().Replace(TexDecoder.Decode(part), "")) is { } stated
            ? PersonNames.InReadingOrder(stated)
            : null;
    }

    /// <summary>Whether the brace that begins a text is closed by the one that ends it: what has a comma there is one name.</summary>
    private static bool IsEnclosed(string text)
    {
        if (text is not ['{', .., '}']) return false;
        var depth = 0;
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (text[at] == '{') depth++;
            if (text[at] == '}' && --depth == 0) return false;
        }
        return true;
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

    private string? Address()
    {
        if (fields.GetValueOrDefault("url") is not { } url || Prose.IsEmpty(url)) return null;
        if (AddressPattern().Match(url.Replace("\\", "", StringComparison.Ordinal)) is { Success: true } match) return match.Value;
        if (!url.AsSpan().ContainsAny(":/\\") && !url.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            problems.Add("url", url, "no address");
        return null;
    }

    /// <summary>The id in the fields that are for it, or anywhere that people leave it.</summary>
    private string? ArxivId()
    {
        string?[] stated =
        [
            Text("eprint"), Text("journal"), Text("journaltitle"), Text("note"), Text("publisher"), Text("url"), Text("howpublished"),
            Text("doi"), .. NumberFields.Select(field => LibraryIds.Named(Text(field))),
        ];
        if (LibraryIds.FindArxiv(stated) is { } id) return id;
        if (Text("eprint") is { } eprint
            && (Text("archiveprefix") ?? Text("eprinttype") ?? "").Equals("arxiv", StringComparison.OrdinalIgnoreCase))
            problems.Add("eprint", eprint, "no arXiv id");
        return null;
    }

    /// <summary>The ids in fields of their own, in the key that DBLP gives, and in addresses.</summary>
    private StatedCatalogueIds? CatalogueIds() => LibraryIds.CatalogueIds(
    [
        Named("PMID", Text("pmid")), Named("PMCID", Text("pmcid")),
        (Text("eprinttype") ?? Text("archiveprefix"))?.ToLowerInvariant() is "pubmed" or "pmid" ? Named("PMID", Text("eprint")) : null,
        key.Trim() is var trimmed && trimmed.StartsWith("DBLP:", StringComparison.OrdinalIgnoreCase) ? trimmed : null,
        Text("biburl"), Address(), Note(),
    ]);

    /// <summary>With its lines, each of which may be an id.</summary>
    private string? Note() => fields.GetValueOrDefault("note") is { } note ? TexDecoder.Decode(note) : null;

    private static string? Named(string catalogue, string? id) => id is null ? null : $"{catalogue}: {id}";

    /// <summary>A day that is stated whole; a year or a month alone is no day.</summary>
    private DateOnly? Day()
    {
        if (ReferenceDate.Day("date", Text("date"), problems) is { } date) return date;
        var (year, month, dayOfMonth) = (Text("year"), Text("month")?.Trim('#'), Text("day"));
        var told = problems.All.Count;
        if (ReferenceDate.Day("year", year, problems) is { } whole) return whole;
        if (dayOfMonth is null && ReferenceDate.Day(month, year) is { } together) return together;
        if (month is not null && !MonthPattern().IsMatch(month)) problems.Add("month", month, "no month");
        if (dayOfMonth is not null && !DaysPattern().IsMatch(dayOfMonth)) problems.Add("day", dayOfMonth, "no day of a month");
        if (year is null || month is null || dayOfMonth is null || problems.All.Count > told) return null;
        if (DaysPattern().Match(dayOfMonth).Groups["to"].Success) return null;
        if ((StatedTime.Day($"{dayOfMonth} {month} {year}")
            ?? StatedTime.Day($"{year}-{month.PadLeft(2, '0')}-{dayOfMonth.PadLeft(2, '0')}")) is { } day) return day;
        if (year is { Length: 4 } && year.All(char.IsAsciiDigit))
            problems.Add("day", $"{dayOfMonth} {month} {year}", "no day of that month");
        return null;
    }

    [GeneratedRegex(@"\G\s+and\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AndPattern();

    /// <summary>The number by which DBLP tells people of one name apart: <c>Ann One 0002</c>.</summary>
    [GeneratedRegex(@"(?<=\p{L}\.?) +0[0-9]{3}(?=\s*(?:,|$))", RegexOptions.CultureInvariant)]
    private static partial Regex HomonymPattern();

    [GeneratedRegex(@"\b(?<key>family|given|prefix|suffix)\s*=\s*(?<value>\{[^}]*\}|[^,{}]*)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyedPattern();

    /// <summary>A sign that TeX knows as one of mathematics: <c>$&lt;$</c>.</summary>
    [GeneratedRegex(@"\$(?<sign>[^$])\$", RegexOptions.CultureInvariant)]
    private static partial Regex MathSignPattern();

    [GeneratedRegex(@"https?://[^\s{}<>""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\p{L}{3}|^(?:0?[1-9]|1[0-2])(?:\s*[-–/,]+\s*(?:0?[1-9]|1[0-2]))*$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(
        @"^(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?<to>\s*[-–/,]+\s*(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DaysPattern();
}
