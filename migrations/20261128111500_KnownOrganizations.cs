using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>
/// Accounts by which listings name organizations, and ids of organizations that were merged into others. What was stored only as the
/// owner of code is stated by nobody: the next import takes it away, or merges it into the organization whose account it is.
/// </summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261128111500_KnownOrganizations")]
public sealed class KnownOrganizations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table organization_slugs (
            slug text not null,
            organization_id bigint not null,
            is_stated boolean not null,
            constraint pk_organization_slugs primary key (slug),
            constraint ck_organization_slugs_slug check (length(slug) between 1 and 200 and slug = lower(slug)),
            constraint fk_organization_slugs_organization_id foreign key (organization_id)
                references organizations (id) on delete cascade
        );

        create index ix_organization_slugs_organization_id on organization_slugs (organization_id);

        insert into organization_slugs (slug, organization_id, is_stated)
        select o.slug, o.id, true
        from organizations o
        where exists (select from organization_names n where n.organization_id = o.id and n.source <> 'account');

        create table former_organizations (
            id bigint not null,
            organization_id bigint not null,
            constraint pk_former_organizations primary key (id),
            constraint fk_former_organizations_organization_id foreign key (organization_id)
                references organizations (id) on delete cascade
        );

        create index ix_former_organizations_organization_id on former_organizations (organization_id);

        alter table stage_states
            drop constraint ck_stage_states_stage,
            add constraint ck_stage_states_stage check (stage in ('ORGANIZATIONS', 'RESOLVING', 'LINKING'));
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        delete from stage_states where stage = 'ORGANIZATIONS';
        alter table stage_states
            drop constraint ck_stage_states_stage,
            add constraint ck_stage_states_stage check (stage in ('RESOLVING', 'LINKING'));
        drop table former_organizations, organization_slugs;
        """);
}
