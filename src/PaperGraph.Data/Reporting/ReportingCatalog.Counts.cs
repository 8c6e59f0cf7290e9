namespace PaperGraph.Data.Reporting;

internal static partial class ReportingCatalog
{
    private const string OrganizationEdges =
        "(select distinct paper_id, organization_id, published_order from paper_organizations)";

    private static IEnumerable<ReportingView> Counts =>
    [
        Months("concept", "concepts", "paper_concepts"),
        Months("topic", "topics", PapersOfTopics),
        Months("organization", "organizations", OrganizationEdges),

        new("imports", "A run of the import.", "from import_runs i",
            new("id", "i.id", "The number of the run."),
            new("started_at", "i.started_at", "When it began."),
            new("finished_at", "i.finished_at", "When it ended; null while it runs."),
            new("state", "i.state", "RUNNING, DONE, FAILED or INTERRUPTED."),
            new("pages", "i.pages", "How many pages it read."),
            new("papers_added", "i.papers_added", "How many papers were new."),
            new("papers_changed", "i.papers_changed", "How many papers it changed."),
            new("listings_added", "i.listings_added", "How many listings were new."),
            new("problems", "i.problems", "How often something could not be read.")),
    ];

    /// <summary>Papers a month of each concept, topic or organization. A condition on which it is reaches the index of its edges.</summary>
    private static ReportingView Months(string one, string table, string edges) => new(
        $"{one}_months",
        $"The papers of a month that have one {one}. Months without a paper have no row; papers without a date are in the row without "
            + "a month.",
        $"""
        from {edges} e
        join {table} t on t.id = e.{one}_id
        join papers p on p.id = e.paper_id
        group by e.{one}_id, t.name, {Month("p.published_on")}
        """,
        new($"{one}_id", $"e.{one}_id", $"The {one}."),
        new(one, "t.name", $"The {one}'s name."),
        new("month", Month("p.published_on"), "The first day of the month in which the papers were published."),
        new("papers", "count(*)", "How many papers there are."),
        new("papers_with_code", $"count(*) filter (where {HasCode("p.id")})", "How many of them have a repository."),
        new("upvotes", "sum(p.upvote_count)", "The sum of what is known; null where nothing is."));
}
