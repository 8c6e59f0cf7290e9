using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>
/// What was derived from which papers, so that only what changes is written. Nothing is known of what an earlier version
/// derived: the next import stores all of it once more.
/// </summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261120215500_StageStates")]
public sealed class StageStates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table stage_states (
            stage text not null,
            version text not null,
            seen bigint not null,
            constraint pk_stage_states primary key (stage),
            constraint ck_stage_states_stage check (stage in ('RESOLVING', 'LINKING')),
            constraint ck_stage_states_version check (length(version) > 0)
        );

        create table resolutions (
            paper_id bigint not null,
            digest bigint not null,
            constraint pk_resolutions primary key (paper_id),
            constraint fk_resolutions_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create table link_states (
            paper_id bigint not null,
            digest bigint not null,
            floor real,
            constraint pk_link_states primary key (paper_id),
            constraint ck_link_states_floor check (floor >= 0 and floor < 'infinity')
        );

        alter table concepts add column digest bigint not null default 0;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop table stage_states, resolutions, link_states;
        alter table concepts drop column digest;
        """);
}
