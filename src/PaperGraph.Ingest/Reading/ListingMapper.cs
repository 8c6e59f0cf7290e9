using PaperGraph.Data.Listings;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Records as rows.</summary>
internal static class ListingMapper
{
    /// <summary>The page goes by its file's name: where that lay on somebody's machine is nobody else's business.</summary>
    public static PageRow Row(PageRecord page) => new(
        page.Source, page.Hash.Bytes.AsMemory(), Path.GetFileName(page.Name), page.ListedOn, page.ListedOnInferred, page.SavedOn);

    /// <param name="organization">The id of the one that the record names.</param>
    public static ListedPaper Row(ReadPage page, PaperRecord paper, long? organization) => new()
    {
        PageId = page.Id!.Value,
        Rank = paper.Rank,
        Line = paper.Line,
        Title = paper.Title,
        Abstract = paper.Abstract,
        ArxivId = paper.ArxivId,
        Doi = paper.Doi,
        Url = paper.Url,
        PublishedOn = paper.PublishedOn,
        PublishedOnInferred = paper.PublishedOnInferred,
        AuthorCount = paper.AuthorCount,
        AuthorNames = paper.Authors,
        CommentCount = paper.CommentCount,
        UpvoteCount = paper.UpvoteCount,
        OrganizationId = organization,
        ListedOn = paper.ListedOn ?? page.Record.ListedOn,
        ListedOnInferred = paper.ListedOn is null && page.Record.ListedOnInferred,
    };
}
