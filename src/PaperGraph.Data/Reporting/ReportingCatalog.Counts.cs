namespace PaperGraph.Data.Reporting;

internal static partial class ReportingCatalog
{
    private static IEnumerable<ReportingView> Counts =>
    [
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

        MonthsOf("concept", "concepts"),
        MonthsOf("topic", "topics"),
        MonthsOf("organization", "organizations"),
    ];

    /// <summary>Papers a month of each concept, topic or organization.</summary>
    private static ReportingView MonthsOf(string one, string table) => new(
        $"{one}_months",
        $"The papers of a month that have one {one}. Months without a paper have no row; papers without a date are in the row without "
            + "a month.",
        $"""
        from group_counts e
        join {table} t on t.id = e.target_id
        where e.dimension = '{one.ToUpperInvariant()}' and e.period = 'MONTH'
        """,
        new($"{one}_id", "e.target_id", $"The {one}."),
        new(one, "t.name", $"The {one}'s name."),
        new("month", Day("e.starts_on"), "The first day of the month in which the papers were published."),
        new("papers", "e.papers::bigint", "How many papers there are."),
        new("papers_with_code", "e.papers_with_code::bigint", "How many of them have a repository."),
        new("upvotes", "case when e.upvotes_known > 0 then e.upvotes end", "The sum of what is known; null where nothing is."));
}
