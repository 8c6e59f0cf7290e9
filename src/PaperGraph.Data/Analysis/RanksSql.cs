using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Analysis;

/// <summary>
/// What gives each node its row of ranks, as statements of the migration that comes behind the tables: triggers, once a statement, because
/// nodes are written by many stages. A row goes with its node by the foreign key.
/// </summary>
public static class RanksSql
{
    private static readonly (string Table, string Node)[] Kinds =
    [
        .. new[] { "papers", "concepts", "topics", "organizations", "repositories", "authors" }
            .Select(table => (table, TriggerNames.Singular(table))),
    ];

    /// <summary>A statement that adds the rows that are missing, for a database whose triggers were not fired.</summary>
    public static string Fill { get; } = string.Join("\n", Kinds.Select(kind => $"""
        insert into {kind.Node}_ranks ({kind.Node}_id) select id from {kind.Table} on conflict do nothing;
        """));

    public static string Create { get; } = $"""
        {string.Join("\n", Kinds.Select(kind => $"""
            create function add_{kind.Node}_ranks() returns trigger
            language plpgsql set search_path from current as $$
            begin
              insert into {kind.Node}_ranks ({kind.Node}_id) select id from added;
              return null;
            end $$;

            create trigger add_{kind.Node}_ranks
            after insert on {kind.Table}
            referencing new table as added
            for each statement execute function add_{kind.Node}_ranks();
            """))}
        """;

    public static string Drop { get; } = string.Join("\n", Kinds.Select(kind => $"""
        drop trigger add_{kind.Node}_ranks on {kind.Table};
        drop function add_{kind.Node}_ranks();
        """));
}
