using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using StoredState = PaperGraph.Data.Links.LinkState;

namespace PaperGraph.Ingest.Linking;

/// <summary>Links, and what they are made of, as rows and back.</summary>
internal static class LinkRows
{
    public static LinkedPaper From(PaperLinks links) => new(
        new StoredState(links.PaperId, links.State.Features, links.State.Rarity, links.State.Floor),
        links.Levels,
        [.. links.Related.Select(related => related.PaperId)],
        [.. links.Related.Select(related => related.Score)]);

    public static FeaturesRow From(long paper, long madeOf, PaperFeatures features) =>
        new(paper, madeOf, features.Packed, features.Concepts, features.Organizations, features.Repositories);

    public static PaperFeatures Features(FeaturesRow row) => new(row.Packed, row.ConceptIds, row.OrganizationIds, row.RepositoryIds);
}
