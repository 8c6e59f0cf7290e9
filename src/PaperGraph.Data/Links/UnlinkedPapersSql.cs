using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>
/// What notes the papers that have to be linked anew, as statements of the migration that comes behind the tables: triggers, once a
/// statement, with the rows alone in which it changed what <see cref="LinkableReads"/> makes a digest of.
/// </summary>
public static class UnlinkedPapersSql
{
    private static readonly string[] Operations = ["insert", "update", "delete"];

    private static readonly (string Table, string Key, string Columns)[] Noted =
    [
        ("papers", "id", "identity, text_hash"),
        ("resolutions", "paper_id", "subject"),
        ("paper_organizations", "paper_id", "organization_id"),
        ("paper_repositories", "paper_id", "repository_id"),
    ];

    private const string Functions = """
        create function note_unlinked_papers() returns trigger
        language plpgsql set search_path from current as $$
        begin
          execute format('insert into unlinked_papers (paper_id) %s on conflict do nothing', tg_argv[0]);
          return null;
        end $$;

        -- Which of two concepts a word counts for, and whether one is general, follows from their keys, which no row of a paper has.
        create function forget_features_of_concepts() returns trigger
        language plpgsql set search_path from current as $$
        begin
          if not exists (select from changed c join before b using (id) where c.key <> b.key) then return null; end if;
          with renamed as (
            update paper_features f
            set made_of = 0
            from changed c
            join before b using (id)
            join paper_concepts x on x.concept_id = c.id
            where c.key <> b.key and f.paper_id = x.paper_id
            returning f.paper_id)
          insert into unlinked_papers (paper_id) select distinct paper_id from renamed on conflict do nothing;
          return null;
        end $$;

        create trigger forget_features_of_concepts
        after update on concepts
        referencing old table as before new table as changed
        for each statement execute function forget_features_of_concepts();
        """;

    public static string Create { get; } =
        $"{Functions}\n{string.Join("\n", Noted.SelectMany(table => Operations.Select(operation => Trigger(operation, table))))}";

    public static string Drop { get; } = $"""
        {string.Join("\n", Noted.SelectMany(table => Operations.Select(operation => $"drop trigger {Name(operation)} on {table.Table};")))}
        drop trigger forget_features_of_concepts on concepts;
        drop function forget_features_of_concepts();
        drop function note_unlinked_papers();
        """;

    private static string Trigger(string operation, (string Table, string Key, string Columns) noted)
    {
        var (table, key, columns) = noted;
        var papers = operation == "update"
            ? $"""
                select {key} from (
                  (select {key}, {columns} from before except select {key}, {columns} from changed)
                  union
                  (select {key}, {columns} from changed except select {key}, {columns} from before)) as moved
                group by {key}
                """
            : $"select distinct {key} from changed";
        var referencing = operation switch
        {
            "insert" => "new table as changed",
            "update" => "old table as before new table as changed",
            _ => "old table as changed",
        };
        return $"""
            create trigger {Name(operation)}
            after {operation} on {table}
            referencing {referencing}
            for each statement execute function note_unlinked_papers('{papers}');
            """;
    }

    private static string Name(string operation) => $"note_unlinked_papers_{TriggerNames.Past(operation)}";
}
