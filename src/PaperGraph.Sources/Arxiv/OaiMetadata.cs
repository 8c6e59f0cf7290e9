using System.Globalization;
using System.Xml.Linq;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Arxiv;

/// <summary>What one record of OAI-PMH states, in whichever of its formats.</summary>
internal sealed record OaiMetadata(
    string? Id, string? Title, string? Abstract, string? Doi, DateOnly? FirstDay, IReadOnlyList<string> Authors, string? Comments)
{
    /// <summary>The first is the one that the paper was submitted to.</summary>
    public IReadOnlyList<string> Categories { get; private init; } = [];

    public IReadOnlyList<StatedVersion> Versions { get; private init; } = [];

    private const string CommentMark = "Comment:";

    /// <summary>The names in two parts, in Unicode; the day of the first version, or on some servers of the newest.</summary>
    public static OaiMetadata FromArxiv(XElement metadata, FieldProblemCollector problems)
    {
        var authors = new List<string>();
        foreach (var author in Child(metadata, "authors")?.Elements() ?? [])
        {
            string? Part(string name) => Prose.LineOrNull(Text(author, name));

            var family = Part("keyname");
            if (family is not null && family.Any(char.IsLetter))
                authors.Add(string.Join(' ', new[] { Part("forenames"), family, Part("suffix") }.OfType<string>()));
            else if (!ArxivAuthors.IsColon(family)) problems.Add("author", author.Value, "a person without a name");
        }
        return new OaiMetadata(
            Text(metadata, "id"),
            Text(metadata, "title"),
            Text(metadata, "abstract"),
            ArxivText.FirstDoi("doi", Text(metadata, "doi"), problems),
            ArxivText.Day("created", Text(metadata, "created"), problems),
            authors,
            Text(metadata, "comments"))
        {
            Categories = ArxivCategories.Split("categories", Text(metadata, "categories"), problems),
        };
    }

    /// <summary>The names in one text with affiliations in brackets, as their authors wrote them in TeX.</summary>
    public static OaiMetadata FromArxivRaw(XElement metadata, FieldProblemCollector problems)
    {
        var versions = metadata.Elements().Where(child => child.Name.LocalName == "version").ToList();
        var first = versions.Find(version => version.Attribute("version")?.Value == "v1");
        return new OaiMetadata(
            Text(metadata, "id"),
            Text(metadata, "title"),
            Text(metadata, "abstract"),
            ArxivText.FirstDoi("doi", Text(metadata, "doi"), problems),
            first is null ? null : ArxivText.Day("date", Text(first, "date"), problems),
            ArxivAuthors.Split(Text(metadata, "authors") ?? ""),
            Text(metadata, "comments"))
        {
            Categories = ArxivCategories.Split("categories", Text(metadata, "categories"), problems),
            Versions = [.. Numbered(versions, problems).DistinctBy(version => version.Number).OrderBy(version => version.Number)],
        };
    }

    /// <summary>A version without a number is told. Of one that was withdrawn nothing is left but the notice, which has no size.</summary>
    private static IEnumerable<StatedVersion> Numbered(IEnumerable<XElement> versions, FieldProblemCollector problems)
    {
        foreach (var version in versions)
        {
            var name = version.Attribute("version")?.Value;
            if (name is not ['v', ..] || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number == 0)
            {
                problems.Add("version", name ?? version.Value, "no number of a version");
                continue;
            }
            var flags = Text(version, "source_type") ?? "";
            var isWithdrawn = flags.Contains('I', StringComparison.Ordinal) || Text(version, "size")?.Trim() == "0kb";
            yield return new StatedVersion(
                number, number == 1 ? FirstOrNull(version) : ArxivText.Day("date", Text(version, "date"), problems), isWithdrawn);
        }
    }

    /// <summary>What the day of the first version lacks was told where it was read.</summary>
    private static DateOnly? FirstOrNull(XElement version) =>
        Prose.LineOrNull(Text(version, "date")) is { } line ? StatedTime.Day(line) : null;

    /// <summary>The comment is a second description, and addresses and DOI are identifiers like the id.</summary>
    public static OaiMetadata FromDublinCore(XElement metadata, FieldProblemCollector problems)
    {
        IEnumerable<string> All(string name) =>
            metadata.Elements().Where(child => child.Name.LocalName == name).Select(child => child.Value);

        var identifiers = All("identifier").ToList();
        var descriptions = All("description").ToList();
        var comment = descriptions.Skip(1).FirstOrDefault() ?? descriptions.FirstOrDefault(IsComment);
        var authors = new List<string>();
        foreach (var creator in All("creator"))
        {
            if (ArxivAuthors.IsColon(Prose.LineOrNull(creator)?.TrimEnd(',', ' '))) continue;
            if (Prose.LineOrNull(creator) is { } name) authors.Add(ArxivAuthors.InReadingOrder(name));
            else problems.Add("creator", creator, "a person without a name");
        }
        var days = All("date").Select(date => ArxivText.Day("date", date, problems)).OfType<DateOnly>().ToList();
        return new OaiMetadata(
            identifiers.Select(identifier => ArxivIds.FromAddress(identifier.Trim())).FirstOrDefault(id => id is not null)
                ?? identifiers.FirstOrDefault(),
            All("title").FirstOrDefault(),
            descriptions.FirstOrDefault(text => !IsComment(text)),
            identifiers.Select(identifier => Model.Doi.Parse(identifier)).FirstOrDefault(doi => doi is not null),
            days.Count > 0 ? days.Min() : null,
            authors,
            comment);
    }

    private static bool IsComment(string text) => text.TrimStart().StartsWith(CommentMark, StringComparison.Ordinal);

    private static string? Text(XElement parent, string name) => Child(parent, name)?.Value;

    /// <summary>The first element of a name, in whichever namespace.</summary>
    public static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
