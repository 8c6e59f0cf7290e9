using PaperGraph.Data.Groups;
using PaperGraph.Graph.Filters;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// A table of edges of papers, most of which have their days: the newest papers of what the edges lead to are the first of an index.
/// </summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Key">The column of the id that the edges lead to.</param>
/// <param name="Target">The table that the edges lead to, which has the column <c>paper_count</c>.</param>
/// <param name="HasRepeats">Whether a paper may have several edges to the same.</param>
internal sealed record PaperEdges(string Table, string Key, string Target, bool HasRepeats)
{
    /// <summary>Whether the stored count of papers has those of what is below it in a tree.</summary>
    public bool CountsBelow { get; private init; }

    /// <summary>Whether edges have the days of their papers.</summary>
    public bool HasDays { get; private init; } = true;

    /// <summary>What <c>group_counts</c> counts the papers of what they lead to by; null where it does not.</summary>
    public CountedDimension? Counted { get; private init; }

    /// <summary>The edges as what says which papers belong to what they lead to.</summary>
    public Members Members { get; } = new($"{Table} x", "x.paper_id") { Key = $"x.{Key}" };

    public static PaperEdges Authors { get; } = new("authorships", "author_id", "authors", HasRepeats: true)
    {
        Counted = CountedDimension.Author,
    };

    /// <summary>They have the ranks of their papers, by which an index is ordered.</summary>
    public static PaperEdges Communities { get; } =
        new("paper_ranks", "community_id", "communities", HasRepeats: false) { HasDays = false };

    public static PaperEdges Concepts { get; } = new("paper_concepts", "concept_id", "concepts", HasRepeats: false)
    {
        Counted = CountedDimension.Concept,
    };

    public static PaperEdges Organizations { get; } = new("paper_organizations", "organization_id", "organizations", HasRepeats: true)
    {
        Counted = CountedDimension.Organization,
    };

    public static PaperEdges Repositories { get; } = new("paper_repositories", "repository_id", "repositories", HasRepeats: false)
    {
        Counted = CountedDimension.Repository,
    };

    public static PaperEdges Topics { get; } = new("paper_topics", "topic_id", "topics", HasRepeats: false)
    {
        CountsBelow = true,
        Counted = CountedDimension.Topic,
    };
}
