using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Groups;

/// <summary>The triggers that note of which papers a statement changed something that they are counted by.</summary>
internal static class GroupTriggersSql
{
    /// <summary>Each table whose rows say what papers are counted as, with the columns that say so.</summary>
    private static readonly (string Table, string Columns)[] PartsOfPapers =
    [
        ("paper_concepts", "l.concept_id"),
        ("paper_topics", "l.topic_id"),
        ("paper_organizations", "l.organization_id"),
        ("paper_repositories", "l.repository_id"),
        ("authorships", "l.author_id"),
        ("listings", $"l.page_id, l.listed_on, {CoverageSql.OfListing}"),
    ];

    /// <summary>What papers have in common through others: that it changed, and a statement of the ids of those papers.</summary>
    private static readonly (string Table, string IsChanged, string Papers)[] Shared =
    [
        Of("concepts", "c.kind <> b.kind", "paper_concepts x on x.concept_id = c.id"),
        ("topics", "c.parent_id is distinct from b.parent_id", "select array_agg(distinct x.paper_id) from paper_topics x"),
        Of("repositories", "c.host <> b.host", "paper_repositories x on x.repository_id = c.id"),
        Of("pages", "(c.source, c.imported_at) <> (b.source, b.imported_at)", "listings x on x.page_id = c.id"),
    ];

    private static readonly string[] Operations = ["insert", "update", "delete", "truncate"];

    public static string Create { get; } = $"""
        {string.Join("\n", PartsOfPapers.Select(part => OfParts(part.Table, part.Columns)))}
        {OfPapers}
        {string.Join("\n", Shared.Select(shared =>
            Trigger(shared.Table, "update", "old table as before new table as changed", shared.Papers, $"""
                select exists (select from changed c join before b using (id) where {shared.IsChanged})
                """)))}
        """;

    public static string Drop { get; } = $"""
        {string.Join("\n", PartsOfPapers.Select(part => part.Table).Append("papers").SelectMany(table => Operations.Select(operation =>
            $"drop trigger note_uncounted_papers_{TriggerNames.Past(operation)} on {table};")))}
        {string.Join("\n", Shared.Select(shared => $"drop trigger note_uncounted_papers_updated on {shared.Table};"))}
        """;

    private static string OfPapers => Triggers("papers", "select array_agg(id) from changed", $"""
        select array_agg(id)
        from (
          select {OfPaper} from changed p except select {OfPaper} from before p) as changed
        """);

    private static string OfPaper => $"p.id, p.published_order, p.upvote_count, p.comment_count, p.author_count, {CoverageSql.OfColumns}";

    private static string OfParts(string table, string columns) =>
        Triggers(table, "select array_agg(distinct paper_id) from changed", $"""
            select array_agg(distinct paper_id)
            from (
              (select l.paper_id, {columns} from before l except select l.paper_id, {columns} from changed l)
              union all
              (select l.paper_id, {columns} from changed l except select l.paper_id, {columns} from before l)) as moved
            """);

    private static string Triggers(string table, string changed, string updated) => $"""
        {Trigger(table, "insert", "new table as changed", changed)}
        {Trigger(table, "update", "old table as before new table as changed", updated)}
        {Trigger(table, "delete", "old table as changed", changed)}
        {Trigger(table, "truncate", "", "select array_agg(paper_id) from group_memberships")}
        """;

    private static string Trigger(string table, string operation, string referencing, string ids, string? isShared = null) => $"""
        create trigger note_uncounted_papers_{TriggerNames.Past(operation)}
        after {operation} on {table}
        {(referencing == "" ? "" : $"referencing {referencing}")}
        for each statement execute function note_uncounted_papers('{ids}'{(isShared is null ? "" : $", '{isShared}'")});
        """;

    private static (string Table, string IsChanged, string Papers) Of(string table, string isChanged, string papers) =>
        (table, isChanged, $"""
            select array_agg(distinct x.paper_id)
            from changed c
            join before b using (id)
            join {papers}
            where {isChanged}
            """);
}
