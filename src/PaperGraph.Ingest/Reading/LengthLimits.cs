using System.Text;
using PaperGraph.Model;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Holds values against what the database can keep. What is too long is left out and told.</summary>
internal sealed class LengthLimits(string file, string source)
{
    private readonly List<ReadProblem> problems = [];

    public IReadOnlyList<ReadProblem> Problems => problems;

    /// <summary>The record without what cannot be kept of it.</summary>
    public PaperRecord Apply(PaperRecord paper) => paper with
    {
        ArxivId = Kept(paper, "arXiv id", paper.ArxivId, TextLimits.ArxivId),
        Doi = Kept(paper, "DOI", paper.Doi, TextLimits.Doi),
        Url = KeptUrl(paper, paper.Url),
        Authors = Kept(paper, "name of an author", paper.Authors),
        Links = [.. paper.Links.Where(link => KeptUrl(paper, link.Target.Url) is not null)],
        Organization = paper.Organization is { } organization
            && Kept(paper, "slug of the organization", organization.Slug, TextLimits.Slug) is not null
            && Kept(paper, "name of the organization", organization.Name, TextLimits.Name) is not null ? organization : null,
    };

    private IReadOnlyList<string> Kept(PaperRecord paper, string what, IReadOnlyList<string> values) =>
        values.All(value => value.Length <= TextLimits.Name)
            ? values
            : [.. values.Where(value => Kept(paper, what, value, TextLimits.Name) is not null)];

    private string? Kept(PaperRecord paper, string what, string? value, int limit)
    {
        if (value is null || value.Length <= limit) return value;
        problems.Add(Problem(paper, what, value, $"{limit} characters"));
        return null;
    }

    private string? KeptUrl(PaperRecord paper, string? url)
    {
        if (url is null || Encoding.UTF8.GetByteCount(url) <= TextLimits.Url) return url;
        problems.Add(Problem(paper, "link", url, $"{TextLimits.Url} bytes"));
        return null;
    }

    private ReadProblem Problem(PaperRecord paper, string what, string value, string limit) => new()
    {
        Source = source,
        File = file,
        Line = paper.Line,
        Words = value,
        Message = $"The {what} of \"{paper.Title}\" is longer than {limit}.",
        Advice = "It is left out; the rest of the paper is kept.",
    };
}
