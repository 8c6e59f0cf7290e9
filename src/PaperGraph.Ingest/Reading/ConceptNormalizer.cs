using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Makes what a page states of a method or dataset what the database keeps: what is too long is left out and reported.</summary>
internal sealed class ConceptNormalizer(PageRecord page)
{
    private readonly TextLimiter limiter = new(page);

    public IReadOnlyList<ReadProblem> Problems => limiter.Problems;

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

    private string? Kept(ListedConcept concept, string what, string? value) =>
        limiter.Kept(Thing(concept), what, value, TextLimits.Name);

    private string? KeptUrl(ListedConcept concept, string? url) => limiter.KeptUrl(Thing(concept), "address", url);

    private static TextLimiter.StatedThing Thing(ListedConcept concept) =>
        new(Excerpt(concept.Name), Line: null, "what else is stated", Needs: "name");

    private static string Excerpt(string name) => name.Length <= TextLimits.ShortForm ? name : name[..TextLimits.ShortForm] + "…";
}
