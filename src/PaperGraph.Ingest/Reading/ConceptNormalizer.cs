using System.Text;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Makes what a page states of a method or dataset what the database keeps: what is too long is left out and reported.</summary>
internal sealed class ConceptNormalizer(PageRecord page)
{
    private readonly List<ReadProblem> problems = [];

    public IReadOnlyList<ReadProblem> Problems => problems;

    /// <summary>Null where nothing is left without what is too long.</summary>
    public ListedConcept? Normalize(ListedConcept concept)
    {
        if (Kept(concept, "name", concept.Name) is null) return null;
        return concept with
        {
            FullName = Kept(concept, "full name", concept.FullName),
            OtherNames = [.. concept.OtherNames.Where(name => Kept(concept, "other name", name) is not null)],
            Url = KeptUrl(concept, concept.Url),
            HomepageUrl = KeptUrl(concept, concept.HomepageUrl),
            Collections =
            [
                .. concept.Collections.Where(collection =>
                    Kept(concept, "area", collection.Area) is not null && Kept(concept, "collection", collection.Name) is not null),
            ],
        };
    }

    private string? Kept(ListedConcept concept, string what, string? value)
    {
        if (value is null || value.Length <= TextLimits.Name) return value;
        problems.Add(Problem(concept, what, value, $"{TextLimits.Name} characters"));
        return null;
    }

    private string? KeptUrl(ListedConcept concept, string? url)
    {
        if (url is null || Encoding.UTF8.GetByteCount(url) <= TextLimits.Url) return url;
        problems.Add(Problem(concept, "address", url, $"{TextLimits.Url} bytes"));
        return null;
    }

    private ReadProblem Problem(ListedConcept concept, string what, string value, string limit) => new()
    {
        Source = page.Source,
        File = page.Name,
        Words = value,
        Message = $"The {what} of \"{Excerpt(concept.Name)}\" is longer than {limit}.",
        Advice = "It is left out; what else is stated is kept.",
        IsRecord = what == "name",
    };

    private static string Excerpt(string name) => name.Length <= TextLimits.ShortForm ? name : name[..TextLimits.ShortForm] + "…";
}
