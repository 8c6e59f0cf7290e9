using System.Globalization;
using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Library;

/// <summary>
/// References as citation processors take them (https://docs.citationstyles.org), which Zotero and Crossref write; and the answers of
/// Crossref's own interface, which say more in the same names: subtitles, ORCIDs, what a work cites and how often it is cited.
/// </summary>
internal sealed class CslJsonReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.CslJson,
        Description = "References as CSL-JSON, as Zotero exports, Pandoc writes and doi.org answers them, and answers of "
            + "api.crossref.org/works.",
        ToldBy = "objects, alone or under “references”, with “type” and “title”, and “issued”, “container-title”, “DOI” or “author”",
        Refuses = "references without a title",
        Example = "curl -sL -H 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/10.7717/peerj.4375 | papergraph import -",
    };

    /// <summary>Crossref knows the day of a work that is online before it is printed, and of a preprint, under other names.</summary>
    private static readonly string[] DayFields = ["issued", "posted", "published-online", "published-print"];

    private static readonly string[] Parts = ["year", "month", "day"];

    protected override string NoRecord => "no reference of CSL-JSON: it has no “title”";

    protected override bool Accepts(JsonShape shape) =>
        shape.Has("type", "title", "issued") || shape.Has("type", "title", "container-title") || shape.Has("type", "title", "DOI")
        || shape.Has("type", "title", "author") || shape.Has("type", "issued") || shape.ReferencesHave("type", "title");

    protected override string[] Containers => [.. base.Containers, JsonShape.References];

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (Title(row, "title") is not { } title) return null;
        var authors = new List<StatedAuthor>();
        var names = row.Names("author", element =>
        {
            if (element.ValueKind != JsonValueKind.Object || row.Of(element) is not { } author || Name(author) is not { } name) return null;
            authors.Add(new StatedAuthor { Name = name, Orcid = author.Orcid("ORCID") });
            return name;
        }).ToList();
        var note = row.Text("note");
        var number = row.Find("number") is (_, { ValueKind: JsonValueKind.String }) ? row.Text("number") : null;
        var address = row.Address("URL");
        return new ListedPaper
        {
            Title = ReferenceTitle.Join(title, Title(row, "subtitle")),
            Abstract = InlineMarkup.Paragraphs(row.Text("abstract")),
            ArxivId = LibraryIds.FindArxiv(row.Text("archive_location"), number, address, note),
            Doi = row.Doi("DOI") ?? LibraryIds.FindDoi(note),
            Url = address,
            PublishedOn = DayFields.Select(field => Day(field, row, problems)).FirstOrDefault(day => day is not null),
            AuthorNames = names,
            AuthorCount = names.Count > 0 ? names.Count : null,
            Links = ReferenceLinks.Find([("URL", address), ("note", note)]),
            Details = new PaperDetails
            {
                Authors = authors.Exists(author => author.Orcid is not null) ? authors : [],
                CitationCount = row.Count("is-referenced-by-count"),
                References = [.. References(row)],
                Ids = CatalogueIds(row),
            },
            Rank = 0,
        };
    }

    private static string? Name(JsonFields author) =>
        author.Line("literal", "name")
        ?? PersonNames.Join(
            author.Text("given"), author.Text("dropping-particle"), author.Text("non-dropping-particle"), author.Text("family"),
            author.Text("suffix"));

    /// <summary>A title, of which Crossref makes a list.</summary>
    private static string? Title(JsonFields row, string name)
    {
        var stated = row.Find(name) is (var field, { ValueKind: JsonValueKind.Array } list)
            ? list.EnumerateArray().FirstOrDefault() is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } first
                ? row.Text(field, first)
                : null
            : row.Text(name);
        return InlineMarkup.Line(stated);
    }

    private static StatedCatalogueIds? CatalogueIds(JsonFields row)
    {
        var inNote = LibraryIds.CatalogueIds(row.Text("note"));
        return StatedCatalogueIds.From(kind => kind switch
        {
            CatalogueIdKind.Pmid => row.CatalogueId(kind, "PMID") ?? inNote?.Pmid,
            CatalogueIdKind.Pmcid => row.CatalogueId(kind, "PMCID") ?? inNote?.Pmcid,
            _ => null,
        });
    }

    /// <summary>What Crossref knows that a work cites. A reference that nobody has taken apart says nothing that could be found.</summary>
    private static IEnumerable<StatedWork> References(JsonFields row)
    {
        foreach (var reference in row.Objects("reference"))
        {
            var doi = reference.Doi("DOI");
            var work = new StatedWork
            {
                ArxivId = ArxivIds.FromDoi(doi) is { } id ? ArxivIds.Parse(id) : null,
                Doi = doi,
                Title = reference.Line("article-title"),
                Year = int.TryParse(reference.Line("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            };
            if (work.Doi is not null || work.Title is not null) yield return work;
        }
    }

    /// <summary>The day, where the reference states one; a year or a month alone is no day.</summary>
    private static DateOnly? Day(string name, JsonFields row, FieldProblemCollector problems)
    {
        // Newer programs write a text as in EDTF; older ones of Pandoc a list of objects.
        if (row.Find(name) is not (_, var value)) return null;
        if (value.ValueKind == JsonValueKind.String && row.Line(name) is { } text && text.Any(char.IsAsciiDigit))
            return ReferenceDate.Day(name, text, problems);
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first)
            return Day(name, row.Of(first), value, problems);
        return row.Object(name) is { } date ? Day(name, date, value, problems) : null;
    }

    private static DateOnly? Day(string field, JsonFields date, JsonElement stated, FieldProblemCollector problems)
    {
        if (date.Find("date-parts") is var (_, ranges))
        {
            stated = ranges;
            if (ranges.ValueKind != JsonValueKind.Array) return Unreadable();
            var first = ranges.EnumerateArray().FirstOrDefault();
            if (first.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
            if (first.ValueKind != JsonValueKind.Array) return Unreadable();
            stated = first;
            return OfParts(first.EnumerateArray());
        }
        return date.Find("year") is null
            ? ReferenceDate.Day(field, date.Line("raw", "literal"), problems)
            : OfParts(Parts.Select(part => date.Find(part)).TakeWhile(part => part is not null).Select(part => part!.Value.Value));

        DateOnly? OfParts(IEnumerable<JsonElement> parts) => parts.Where(part => !IsOpen(part)).Select(Number).ToArray() switch
        {
            [] or [> 0 and < 10_000] or [> 0 and < 10_000, > 0 and <= 12] => null,
            [int and > 0 and < 10_000 and var year, int and > 0 and <= 12 and var month, int and > 0 and var day]
                when day <= DateTime.DaysInMonth(year, month)
                    && StatedTime.Possible(new DateOnly(year, month, day)) is { } possible => possible,
            _ => Unreadable(),
        };

        DateOnly? Unreadable()
        {
            problems.Add(field, stated, "no date");
            return null;
        }
    }

    /// <summary>A part of a date that is not known.</summary>
    private static bool IsOpen(JsonElement part) =>
        part.ValueKind == JsonValueKind.Null || (part.ValueKind == JsonValueKind.String && part.ValueEquals(""));

    private static int? Number(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Number when part.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(part.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
