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

    /// <summary>The words that were searched for; null where highlights are not asked for.</summary>
    public FoundWords? Words { get; init; }

    /// <summary>What was found in the stored texts; found when it is asked for, in the rows of the page alone.</summary>
    public IReadOnlyList<Highlight> Highlights => highlights ??= Words is not { } words ? [] :
    [
        .. new[]
        {
            Matched is { Name: { } name } matched ? Highlight.From(matched.Field, name, words) : null,
            Highlight.From(MatchedField.Title, Title, words),
            Highlight.From(MatchedField.Abstract, Abstract, words),
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
