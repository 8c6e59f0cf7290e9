using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Search;

/// <summary>What a search found, and by what.</summary>
internal sealed class SearchEdge : Edge
{
    private IReadOnlyList<Highlight>? highlights;

    public float Score { get; init; }

    /// <summary>Null where a search only excludes.</summary>
    public SearchMatch? Matched { get; init; }

    /// <summary>Of a paper, where they are asked for.</summary>
    public string? Title { get; init; }

    public string? Abstract { get; init; }

    public required FoundWords Words { get; init; }

    /// <summary>What was found in the stored texts; found when it is asked for, in the rows of the page alone.</summary>
    public IReadOnlyList<Highlight> Highlights => highlights ??=
    [
        .. new[]
        {
            Matched is { Name: { } name } matched ? Highlight.From(matched.Field, name, Words) : null,
            Highlight.From(MatchedField.Title, Title, Words),
            Highlight.From(MatchedField.Abstract, Abstract, Words),
        }.OfType<Highlight>(),
    ];
}

/// <param name="Name">The name or address; null of a paper.</param>
internal sealed record SearchMatch(MatchedField Field, string? Name);

/// <summary>A page of what a search found.</summary>
internal sealed class SearchConnection(PageArguments page) : Connection(page, parent: 0, query: null)
{
    public long TotalCount { get; set; }

    public bool TotalCountIsEstimate { get; set; }
}
