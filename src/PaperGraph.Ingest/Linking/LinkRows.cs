using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;

namespace PaperGraph.Ingest.Linking;

/// <summary>Links, and what they are made of, as rows and back.</summary>
internal static class LinkRows
{
    public static LinkedPaper From(StoredLinks links) => new(links.PaperId, links.Levels, links.Related, links.Scores);

    public static StoredLinks Links(LinkedPaper row) => new(row.PaperId, row.RelatedIds, row.Scores, row.Levels);

    public static FeaturesRow From(long paper, long madeOf, PaperFeatures features) =>
        new(paper, madeOf, features.Packed, features.Concepts, features.Organizations, features.Repositories);

    public static PaperFeatures Features(FeaturesRow row) => new(row.Packed, row.ConceptIds, row.OrganizationIds, row.RepositoryIds);

    public static PostingsRow From(StoredPostings postings) => new(postings.Feature, postings.Part, postings.Level, postings.Packed);

    public static StoredPostings Postings(PostingsRow row) => new(row.Feature, row.Part, row.Level, row.Packed);
}
