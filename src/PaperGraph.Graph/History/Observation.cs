using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.History;

/// <summary>What one listing of a paper said, and when that was seen. No node of the graph: it is listed by its paper.</summary>
internal sealed class Observation : Node
{
    public DateTime ObservedAt { get; set; }

    public DateTime LastObservedAt { get; set; }

    public bool ObservedAtIsStated { get; set; }

    public string Source { get; set; } = "";

    public string Page { get; set; } = "";

    public DateOnly? Day { get; set; }

    public int Rank { get; set; }

    public int? UpvoteCount { get; set; }

    public int? CommentCount { get; set; }

    public int? StarCount { get; set; }

    /// <summary>The key of listings begins with the paper's, which is the page's parent.</summary>
    public static Entity<Observation> Entity { get; } = new Entity<Observation>("listings", "l", "l.paper_id = page.parent and l.id")
        .Column<DateTime>("observedAt", "l.observed_at", (seen, value) => seen.ObservedAt = value)
        .Column<DateTime>("lastObservedAt", "l.last_observed_at", (seen, value) => seen.LastObservedAt = value)
        .Column<bool>("observedAtIsStated", "l.observed_at_stated", (seen, value) => seen.ObservedAtIsStated = value)
        .Column<string>("source", OfPage("source"), (seen, value) => seen.Source = value)
        .Column<string>("page", OfPage("name"), (seen, value) => seen.Page = value)
        .Column<DateOnly>("day", "l.listed_on", (seen, value) => seen.Day = value)
        .Column<int>("rank", "l.rank", (seen, value) => seen.Rank = value)
        .Column<int>("upvoteCount", "l.upvote_count", (seen, value) => seen.UpvoteCount = value)
        .Column<int>("commentCount", "l.comment_count", (seen, value) => seen.CommentCount = value)
        .Column<int>("starCount", "l.star_count", (seen, value) => seen.StarCount = value);

    /// <summary>The observations of each paper, the first seen first.</summary>
    public static ListStatement OfPapers { get; } = new ListStatement(
        new("listings e"),
        new("e.id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        [
            OrderTerm.Create<DateTime>("observed", "e.observed_at", descending: false),
            OrderTerm.Create<long>("id", "e.id", descending: false),
        ]).WithOwnArms();

    /// <summary>Those that were seen until then.</summary>
    public static ListStatement Until(DateTime time) => OfPapers with
    {
        Filter = new(sql => sql.Append($"\n    and e.observed_at <= {time}"), Guard: null),
    };

    private static string OfPage(string column) => $"(select y.{column} from pages y where y.id = l.page_id)";
}
