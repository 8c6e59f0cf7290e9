using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Library;

/// <summary>
/// Items of Zotero in its own names (https://www.zotero.org/support/dev/web_api/v3/basics): answers of its interface, where the fields of
/// an item are its “data”, and what Better BibTeX exports as JSON, where they stand by themselves. Attachments, notes and annotations are
/// passed over.
/// </summary>
internal sealed class ZoteroReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.Zotero,
        Description = "Items of Zotero: answers of api.zotero.org, and what Better BibTeX exports as JSON.",
        ToldBy = "objects with “itemType”, or with “key”, “version” and “data”",
        Refuses = "items without a title",
        Example = "curl -s 'https://api.zotero.org/groups/4/items/top?limit=100' | papergraph import -",
    };

    /// <summary>What has no paper of its own.</summary>
    private static readonly string[] Others = ["attachment", "note", "annotation"];

    /// <summary>Those who edited, translated or wrote what it is about are not its authors.</summary>
    private static readonly string[] OtherRoles =
        ["editor", "seriesEditor", "translator", "contributor", "reviewedAuthor", "bookAuthor", "recipient", "interviewer"];

    protected override string NoRecord => "no item of Zotero: it has no “title”";

    protected override bool Accepts(JsonShape shape) => shape.Has("itemType") || shape.Has("key", "version", "data");

    protected override bool IsPassedOver(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && Data(element).TryGetProperty("itemType", out var type) && type.ValueKind == JsonValueKind.String
        && Array.Exists(Others, type.ValueEquals);

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        var item = row.Of(Data(row.Element));
        // Cases, statutes and mails have their titles under names of their own.
        if (item.Find("itemType") is null || InlineMarkup.Line(item.Text("title", "caseName", "nameOfAct", "subject")) is not { } title)
            return null;

        var names = item.Names("creators", element =>
            element.ValueKind == JsonValueKind.Object && item.Of(element) is var creator
                ? creator.Line("name") ?? PersonNames.Join(creator.Text("firstName"), creator.Text("lastName"))
                : null).ToList();
        var roles = item.List("creators").Select(Role).ToList();
        List<string> authors = names.Count == roles.Count ? [.. names.Where((_, i) => !OtherRoles.Contains(roles[i]))] : names;
        var (address, extra) = (item.Address("url"), item.Text("extra"));
        return new ListedPaper
        {
            Title = title,
            Abstract = InlineMarkup.Paragraphs(item.Text("abstractNote")),
            ArxivId = LibraryIds.FindArxiv(
                [
                    item.Text("archiveID"), LibraryIds.Named(item.Text("archiveLocation")), LibraryIds.Named(item.Text("number")), address,
                    extra,
                ]),
            Doi = item.Doi("DOI") ?? LibraryIds.FindDoi(extra),
            Url = address,
            PublishedOn = ReferenceDate.Day("date", item.Line("date"), problems),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Links = ReferenceLinks.Find([("url", address), ("extra", extra)]),
            Details = LibraryIds.CatalogueIds(extra) is { } ids ? new PaperDetails { Ids = ids } : null,
            Rank = 0,
        };
    }

    private static JsonElement Data(JsonElement element) =>
        element.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : element;

    private static string? Role(JsonElement creator) =>
        creator.ValueKind == JsonValueKind.Object
        && creator.TryGetProperty("creatorType", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;
}
