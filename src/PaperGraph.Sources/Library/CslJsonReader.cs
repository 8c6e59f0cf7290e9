using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Library;

/// <summary>References as citation processors take them (https://docs.citationstyles.org), which Zotero and Crossref write.</summary>
internal sealed partial class CslJsonReader() : JsonRecordReader("items")
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.CslJson,
        Description = "References as CSL-JSON, as Zotero exports and doi.org answers them.",
        ToldBy = "objects with “type” and “title”, and “issued”, “container-title”, “DOI” or “author”",
        Refuses = "references without a title",
        Example = "curl -sL -H 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/10.7717/peerj.4375 | papergraph import -",
    };

    protected override string NoRecord => "no reference of CSL-JSON: it has no “title”";

    protected override bool Accepts(JsonShape shape) =>
        shape.Has("type", "title", "issued") || shape.Has("type", "title", "container-title") || shape.Has("type", "title", "DOI")
        || shape.Has("type", "title", "author") || shape.Has("type", "issued");

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        // Crossref makes a list of a title.
        var stated = row.Find("title") is (var field, { ValueKind: JsonValueKind.Array } list)
            ? row.Text(field, list.EnumerateArray().FirstOrDefault())
            : row.Text("title");
        if (stated is null || Prose.DecodedLine(TagPattern().Replace(stated, "")) is not { Length: > 0 } title) return null;

        var authors = row.Names("author", author => author.ValueKind == JsonValueKind.Object ? Name(row.Of(author)) : null).ToList();
        var number = row.Find("number") is (_, { ValueKind: JsonValueKind.String }) ? row.Text("number") : null;
        var address = row.Address("URL");
        return new ListedPaper
        {
            Title = title,
            Abstract = row.Text("abstract") is { } text ? Prose.ParagraphsOrNull(TagPattern().Replace(text, "")) : null,
            ArxivId = LibraryIds.FindArxiv(row.Text("archive_location"), number, address, row.Text("note")),
            Doi = row.Doi("DOI"),
            Url = address,
            PublishedOn = Issued(row, problems),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Rank = 0,
        };
    }

    private static string? Name(JsonFields author) =>
        author.Line("literal", "name")
        ?? PersonNames.Join(
            author.Text("given"), author.Text("dropping-particle"), author.Text("non-dropping-particle"), author.Text("family"),
            author.Text("suffix"));

    /// <summary>The day, where the reference states one; a year or a month alone is no day.</summary>
    private static DateOnly? Issued(JsonFields row, FieldProblemCollector problems)
    {
        const string Field = "issued";
        if (row.Object(Field) is not { } issued) return null;
        if (issued.Find("date-parts") is not var (_, ranges)) return ReferenceDate.Day(Field, issued.Line("raw", "literal"), problems);
        if (ranges.ValueKind == JsonValueKind.Array)
        {
            var parts = ranges.EnumerateArray().FirstOrDefault();
            if (parts.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
            if (parts.ValueKind == JsonValueKind.Array)
            {
                switch (parts.EnumerateArray().Where(part => !IsOpen(part)).Select(Number).ToArray())
                {
                    case []:
                    case [> 0 and < 10_000]:
                    case [> 0 and < 10_000, > 0 and <= 12]:
                        return null;
                    case [int and > 0 and < 10_000 and var year, int and > 0 and <= 12 and var month, int and > 0 and var day]
                        when day <= DateTime.DaysInMonth(year, month)
                            && StatedTime.Possible(new DateOnly(year, month, day)) is { } possible:
                        return possible;
                }
                ranges = parts;
            }
        }
        problems.Add(Field, ranges, "no date");
        return null;
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

    [GeneratedRegex("</?(?:i|b|sup|sub|span|jats:[a-z]+|p)(?:\\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
