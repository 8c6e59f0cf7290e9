using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>
/// Methods and datasets themselves: their names, what they are, where the source files them, and the paper that introduces them. Anybody
/// could edit these pages, so that what they state is told as theirs and outranks nothing that papers write.
/// </summary>
internal sealed class MethodsAndDatasetsReader : JsonElementReader
{
    /// <summary>What the source puts where nobody knows the year.</summary>
    private const int UnknownYear = 2000;

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.PapersWithCodeConcepts,
        Description = "Methods and datasets of Papers with Code: its dumps methods and datasets.",
        ToldBy = "objects with “full_name” beside “collections” or “modalities”, or with “name” and “variants”",
        Refuses = "methods and datasets without a name",
        Example = "papergraph import methods.json.gz datasets.json.gz",
    };

    protected override string NoRecord => "no method or dataset of Papers with Code: it has no “name”";

    protected override bool Accepts(JsonShape shape) =>
        shape.Has("full_name", "collections") || shape.Has("full_name", "modalities") || shape.Has("name", "variants");

    protected override IEnumerable<SourceRecord> Records(JsonElement element, RecordSlice slice)
    {
        if (element.ValueKind != JsonValueKind.Object) return [None(slice)];
        var problems = new FieldProblemCollector();
        var concept = Read(new JsonFields(element, problems), problems);
        if (concept is null && problems.All.Count == 0) return [None(slice)];
        return [SourceRecord.From(null, problems, slice.Line, slice.Column) with { Concept = concept }];
    }

    private static ListedConcept? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Line("name") is not { } name) return null;
        var isDataset = row.Element.TryGetProperty("modalities", out _) || row.Element.TryGetProperty("variants", out _);
        return new ListedConcept
        {
            Rank = 0,
            Kind = isDataset ? ConceptKind.Dataset : ConceptKind.Method,
            Name = name,
            FullName = row.Line("full_name") is { } full && full != name ? full : null,
            OtherNames = [.. Names(row, "variants").Where(other => other != name).Distinct(StringComparer.Ordinal)],
            Description = Prose.ParagraphsOrNull(row.Text("description")),
            Url = row.Address("url"),
            HomepageUrl = row.Address("homepage"),
            IntroducedYear = row.Day("introduced_date")?.Year ?? Year(row, problems),
            IntroducedBy = IntroducedBy(row),
            Collections = [.. Collections(row, problems)],
        };
    }

    private static IEnumerable<string> Names(JsonFields row, string field)
    {
        foreach (var element in row.List(field))
            if (Prose.LineOrNull(row.Text(field, element)) is { } name) yield return name;
    }

    private static int? Year(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Count("introduced_year") is not { } year || year == UnknownYear) return null;
        if (year is > 1800 and < 2200) return year;
        problems.Add("introduced_year", $"{year}", "no year");
        return null;
    }

    /// <summary>The paper that introduces it, by its title, and by its arXiv id where the address of the source is one of arXiv.</summary>
    private static StatedWork? IntroducedBy(JsonFields row)
    {
        var paper = row.Object("paper");
        var address = row.Line("source_url");
        var work = new StatedWork
        {
            Title = paper?.Line("title") ?? row.Line("source_title"),
            ArxivId = address is null ? null : ArxivIds.Parse(address),
            Doi = address is null ? null : Doi.Parse(address),
        };
        return work == new StatedWork() ? null : work;
    }

    private static IEnumerable<StatedCollection> Collections(JsonFields row, FieldProblemCollector problems)
    {
        foreach (var element in row.List("collections"))
        {
            var told = problems.All.Count;
            var stated = EmbeddedJson.Unwrap(element) is { ValueKind: JsonValueKind.Object } inner ? row.Of(inner) : null;
            if (stated?.Line("collection") is { } name && stated.Line("area", "area_id") is { } area)
                yield return new StatedCollection(area, name);
            else if (problems.All.Count == told)
                problems.Add("collections", element, "a list in which one has no “collection” or no “area”");
        }
    }
}
