namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Imports = """
        create table import_runs (
            id bigint generated always as identity,
            started_at timestamp with time zone not null,
            finished_at timestamp with time zone,
            state text not null,
            sources text[] not null,
            pages integer not null,
            papers_added integer not null,
            papers_changed integer not null,
            listings_added integer not null,
            problems integer not null,
            constraint pk_import_runs primary key (id),
            constraint ck_import_runs_counts check (
                pages >= 0
                and papers_added >= 0
                and papers_changed >= 0
                and listings_added >= 0
                and problems >= 0
            ),
            constraint ck_import_runs_finished check (
                (state = 'RUNNING') = (finished_at is null)
                and finished_at >= started_at
            ),
            constraint ck_import_runs_state check (state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED'))
        );

        create index ix_import_runs_started_at_id on import_runs (started_at, id);

        create table import_problems (
            id bigint generated always as identity,
            import_run_id bigint not null,
            source text,
            file text not null,
            line integer,
            "column" integer,
            words text not null,
            message text not null,
            fingerprint bigint generated always as (
                hashtextextended(
                    file
                    || chr(31) || coalesce(line, 0)::text
                    || chr(31) || coalesce("column", 0)::text
                    || chr(31) || words
                    || chr(31) || message,
                    0)
            ) stored not null,
            constraint pk_import_problems primary key (id),
            constraint ck_import_problems_place check (line > 0 and "column" > 0),
            constraint ck_import_problems_texts check (
                length(source) > 0
                and length(file) > 0
                and length(message) > 0
            ),
            constraint fk_import_problems_import_run_id foreign key (import_run_id)
                references import_runs (id) on delete cascade
        );

        create unique index ix_import_problems_fingerprint on import_problems (fingerprint);
        create index ix_import_problems_import_run_id on import_problems (import_run_id);
        """;
}
