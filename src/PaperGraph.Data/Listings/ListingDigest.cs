using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Listings;

/// <summary>Tells whether two listings of a source state the same.</summary>
public static class ListingDigest
{
    /// <summary>
    /// The digest of all that a listing states, but for the line it stands in and the time when it was seen. Its rank is a statement where
    /// the list is one of a day; in other files it is the place that a record happens to have.
    /// </summary>
    internal static long For(string source, ListedPaper paper) => For(source, paper, paper.ListedOn is null ? 0 : paper.Rank);

    /// <summary>The digest of all that a listing states, wherever it stands: by it the repeats on one page are known.</summary>
    public static long WithoutPlace(string source, ListedPaper paper) => For(source, paper, rank: 0);

    private static long For(string source, ListedPaper paper, int rank)
    {
        var digest = new RowDigest()
            .Add(source)
            .Add(paper.Title)
            .Add(paper.Abstract ?? "")
            .Add(paper.ArxivId ?? "")
            .Add(paper.Doi ?? "")
            .Add(paper.Url ?? "")
            .Add((long)(paper.PublishedOn?.DayNumber ?? -1))
            .Add(paper.PublishedOnInferred ? 1L : 0)
            .Add((long)(paper.ListedOn?.DayNumber ?? -1))
            .Add(paper.ListedOnInferred ? 1L : 0)
            .Add((long)rank)
            .Add((long)(paper.AuthorCount ?? -1))
            .Add((long)(paper.CommentCount ?? -1))
            .Add((long)(paper.UpvoteCount ?? -1))
            .Add((long)(paper.StarCount ?? -1))
            .Add(paper.OpenAlexId ?? "")
            .Add(paper.SemanticScholarId ?? "")
            .Add(DetailsJson.Write(paper.Details) ?? "")
            .Add((long)paper.AuthorNames.Count);
        foreach (var name in paper.AuthorNames) digest.Add(name);
        if (paper.Organization is { } organization)
            digest.Add(organization.Slug).Add(organization.Name).Add(organization.Field).Add(organization.Stated);
        foreach (var link in paper.Links)
            digest.Add(link.Field).Add(link.Value).Add(link.Target.Url).Add(link.IsOfficial switch { null => 0L, false => 1L, true => 2L });
        return digest.Take();
    }
}
