namespace PaperGraph.Data.Concepts;

/// <summary>What notes the papers whose names change, as statements of the migration that comes behind the tables.</summary>
public static class ChangedNamesSql
{
    public const string Create = """
        create function note_added_names() returns trigger
        language plpgsql set search_path from current as $$
        begin
          insert into changed_names (paper_id) select paper_id from added on conflict do nothing;
          return null;
        end $$;

        create function note_changed_names() returns trigger
        language plpgsql set search_path from current as $$
        begin
          insert into changed_names (paper_id, former) values (old.paper_id, old.packed) on conflict do nothing;
          return null;
        end $$;

        create trigger note_changed_names_inserted after insert on paper_names
        referencing new table as added for each statement execute function note_added_names();
        create trigger note_changed_names_updated after update of packed on paper_names
        for each row when (old.packed is distinct from new.packed) execute function note_changed_names();
        create trigger note_changed_names_deleted after delete on paper_names
        for each row execute function note_changed_names();
        """;

    public const string Drop = """
        drop trigger note_changed_names_deleted on paper_names;
        drop trigger note_changed_names_updated on paper_names;
        drop trigger note_changed_names_inserted on paper_names;
        drop function note_changed_names();
        drop function note_added_names();
        """;
}
