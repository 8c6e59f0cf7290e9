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
    private const string GrantRead = """
        create function reporting.grant_read(reader name) returns void
        language plpgsql as $$
        declare
          owner name := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'reporting');
        begin
          execute format('grant usage on schema reporting to %I', reader);
          execute format('grant select on all tables in schema reporting to %I', reader);
          execute format('alter default privileges for role %I in schema reporting grant select on tables to %I', owner, reader);
        end $$;

        comment on function reporting.grant_read(name) is 'Lets a role read the views of this schema, those of later versions too.';
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
