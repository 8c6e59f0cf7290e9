using PaperGraph.Data.Papers;

namespace PaperGraph.Benchmarks.Peer;

/// <summary>What is compared of a paper: its abstract and what full-text search reads stay in the database.</summary>
internal sealed class PeerPaper
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required DateOnly? PublishedOn { get; init; }
}

internal static class PeerPaperQueries
{
    public static IQueryable<PeerPaper> SelectPeerPapers(this IQueryable<Paper> papers) => papers.Select(paper =>
        new PeerPaper { Id = paper.Id, Slug = paper.Slug, Title = paper.Title, PublishedOn = paper.PublishedOn });
}
