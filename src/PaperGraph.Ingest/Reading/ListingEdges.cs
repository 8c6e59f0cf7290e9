using PaperGraph.Data.Evidence;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Ingest.Reading;

/// <summary>What a listing states as values, of which the value is the evidence.</summary>
internal static class ListingEdges
{
    /// <summary>The version of how stated values are understood.</summary>
    private const string Version = "1";

    /// <param name="organization">The id of the organization that the listing names.</param>
    /// <param name="institutions">The ids of the organizations that authors belong to, by their accounts.</param>
    /// <param name="edges">What each link leads to, as an edge.</param>
    public static IEnumerable<StatedEdge> From(
        PlacedListing listing,
        string source,
        ListedPaper paper,
        long? organization,
        IReadOnlyDictionary<string, long> institutions,
        IReadOnlyDictionary<LinkTarget, EdgeTarget> edges)
    {
        EvidenceRow Evidence(string field, string value) =>
            new(source, field, value, Start: null, Length: null, Extractor: source, Version, Confidence: 1, SourceUrl: paper.Url);

        if (paper.Organization is { } stated && organization is { } id)
            yield return new StatedEdge(
                listing, new OrganizationTarget(id, OrganizationRole.Submitted), Evidence(stated.Field, stated.Stated));

        foreach (var institution in InstitutionStore.In(paper))
        {
            yield return new StatedEdge(
                listing,
                new OrganizationTarget(institutions[InstitutionAccount.For(institution)], OrganizationRole.Affiliated),
                Evidence("institutions", institution.Name));
        }

        foreach (var link in paper.Links)
            yield return new StatedEdge(listing, Edge(link, edges[link.Target]), Evidence(link.Field, link.Value));
    }

    private static EdgeTarget Edge(StatedLink link, EdgeTarget target) =>
        target is Data.Evidence.RepositoryTarget repository ? repository with { IsOfficial = link.IsOfficial } : target;
}
