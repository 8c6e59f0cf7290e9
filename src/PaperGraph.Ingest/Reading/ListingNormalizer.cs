using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Makes a listing what the database keeps: it has the day of its page where it states none itself, and what is longer than
/// <see cref="TextLimits"/> is left out and reported.
/// </summary>
internal sealed class ListingNormalizer(PageRecord page)
{
    private readonly TextLimiter limiter = new(page);

    public IReadOnlyList<ReadProblem> Problems => limiter.Problems;

    /// <exception cref="InvalidDataException">The title is longer than any is.</exception>
    public ListedPaper Normalize(ListedPaper paper) => paper with
    {
        Title = paper.Title.Length <= TextLimits.Title
            ? paper.Title
            : throw new InvalidDataException($"its title is longer than {TextLimits.Title} characters"),
        Abstract = Kept(paper, "abstract", paper.Abstract, TextLimits.Abstract),
        ArxivId = Kept(paper, "arXiv id", paper.ArxivId, TextLimits.ArxivId),
        Doi = Kept(paper, "DOI", paper.Doi, TextLimits.Doi),
        Url = KeptUrl(paper, paper.Url),
        AuthorNames = Kept(paper, "name of an author", paper.AuthorNames),
        Links = [.. paper.Links.Where(link => KeptUrl(paper, link.Target.Url) is not null)],
        Organization = paper.Organization is { } organization
            && Kept(paper, "slug of the organization", organization.Slug, TextLimits.Slug) is not null
            && Kept(paper, "name of the organization", organization.Name, TextLimits.Name) is not null ? organization : null,
        Details = paper.Details is { } details && details.Results.Count + details.Authors.Count > 0
            ? details with
            {
                Results = [.. details.Results.Select(result => Kept(paper, result)).OfType<StatedResult>()],
                Authors = [.. details.Authors.Select(author => Kept(paper, author))],
            }
            : paper.Details,
        ListedOn = paper.ListedOn ?? page.ListedOn,
        ListedOnInferred = paper.ListedOn is null ? page.ListedOnInferred : paper.ListedOnInferred,
        ObservedAt = paper.ObservedAt ?? page.StatedAt,
    };

    /// <summary>A result without addresses that are too long; null where it cannot be told without what is.</summary>
    private StatedResult? Kept(ListedPaper paper, StatedResult result)
    {
        (string What, string? Text)[] texts =
        [
            ("task", result.Task), ("dataset", result.Dataset), ("metric", result.Metric), ("model", result.Model), ("value", result.Value),
        ];
        return texts.All(one => one.Text is null || Kept(paper, $"{one.What} of a result", one.Text, TextLimits.Name) is not null)
            ? result with { CodeUrl = KeptUrl(paper, result.CodeUrl), TableUrl = KeptUrl(paper, result.TableUrl) }
            : null;
    }

    private IReadOnlyList<string> Kept(ListedPaper paper, string what, IReadOnlyList<string> values) =>
        values.All(value => value.Length <= TextLimits.Name)
            ? values
            : [.. values.Where(value => Kept(paper, what, value, TextLimits.Name) is not null)];

    private StatedAuthor Kept(ListedPaper paper, StatedAuthor author) =>
        author.Institutions.All(one => one.Name.Length <= TextLimits.Name)
            ? author
            : author with
            {
                Institutions = [.. author.Institutions.Where(one =>
                    Kept(paper, "name of an institution", one.Name, TextLimits.Name) is not null)],
            };

    private string? Kept(ListedPaper paper, string what, string? value, int limit) => limiter.Kept(Thing(paper), what, value, limit);

    private string? KeptUrl(ListedPaper paper, string? url) => limiter.KeptUrl(Thing(paper), "link", url);

    private static TextLimiter.StatedThing Thing(ListedPaper paper) => new(paper.Title, paper.Line, "the rest of the paper");
}
