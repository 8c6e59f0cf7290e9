namespace PaperGraph.Data.Reporting;

/// <summary>
/// The schema <c>reporting</c>, for tools that speak SQL alone, as statements of a migration: views whose columns stay when the
/// tables behind them change, and a function that lets a role read them and nothing else.
/// </summary>
public static class ReportingSql
{
    /// <summary>The schema's part, which an administrator may have to make; its statements are told when they are refused.</summary>
    public const string CreateSchema = "create schema reporting";

    // Views of later versions belong to whoever owns the schema, too; without the default privileges each upgrade would hide them.
    //
    // That everybody may make temporary tables in a database is PostgreSQL's default, and up to 14 tables in the schema public; both can
    // be taken from everybody only, and so whoever writes papers is given the first by name before. Who does not own the database can
    // take nothing, which PostgreSQL says in a warning that few read: it is told what is left to do. Large objects, which PaperGraph has
    // none of, only a superuser can keep others from making.
    private const string GrantRead = """
        create function reporting.grant_read(reader name) returns void
        language plpgsql set search_path from current as $$
        declare
          owner name := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'reporting');
          writer name;
          maker regprocedure;
        begin
          execute format('grant usage on schema reporting to %I', reader);
          execute format('grant select on all tables in schema reporting to %I', reader);
          execute format('alter default privileges for role %I in schema reporting grant select on tables to %I', owner, reader);
          for writer in
            select rolname
            from pg_roles
            where not rolsuper
              and not starts_with(rolname, 'pg_')
              and rolname <> reader
              and has_table_privilege(oid, 'papers'::regclass, 'insert')
          loop
            execute format('grant temporary on database %I to %I', current_database(), writer);
          end loop;
          execute format('revoke temporary on database %I from public', current_database());
          if has_schema_privilege(reader, 'public', 'create') then
            revoke create on schema public from public;
          end if;
          for maker in
            select oid::regprocedure
            from pg_proc
            where oid in ('lo_creat(integer)'::regprocedure, 'lo_create(oid)'::regprocedure, 'lo_from_bytea(oid, bytea)'::regprocedure)
              and pg_has_role(proowner, 'usage')
          loop
            execute format('revoke execute on function %s from public', maker);
          end loop;
          if has_database_privilege(reader, current_database(), 'temporary') or has_schema_privilege(reader, 'public', 'create') then
            raise warning '% may still make tables of its own. Have the owner of the database run: '
              'revoke temporary on database "%" from public; revoke create on schema public from public;', reader, current_database();
          end if;
          execute format('alter role %I in database %I set default_transaction_read_only = on', reader, current_database());
        end $$;

        comment on function reporting.grant_read(name) is
          'Lets a role read the views of this schema, those of later versions too, and write nothing: temporary tables are left to '
          'the roles that may write papers.';
        """;

    public static string Create { get; } = $"""
        do $$
        begin
          if to_regnamespace('reporting') is null then
            {CreateSchema};
          elsif exists (select from pg_class where relnamespace = to_regnamespace('reporting')) then
            raise duplicate_schema using message = 'there is another schema "reporting"';
          end if;
        end $$;

        comment on schema reporting is 'PaperGraph''s views for SQL tools. Columns are added, and never taken away.';

        {string.Join("\n\n", ReportingCatalog.All.Select(view => view.Create))}

        {GrantRead}
        """;

    public const string Drop = "drop schema reporting cascade;";
}
