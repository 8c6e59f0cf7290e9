namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Organizations = """
        create table organizations (
            id bigint generated always as identity,
            slug text not null,
            name text not null,
            parent_id bigint,
            constraint pk_organizations primary key (id),
            constraint ck_organizations_parent check (parent_id <> id),
            constraint ck_organizations_texts check (
                length(slug) between 1 and 200
                and slug = lower(slug)
                and length(name) between 1 and 600
            ),
            constraint fk_organizations_parent_id foreign key (parent_id) references organizations (id) on delete set null
        );

        create index ix_organizations_name_id on organizations (name, id);
        create index ix_organizations_parent_id on organizations (parent_id);
        create unique index ix_organizations_slug on organizations (slug);

        create table organization_names (
            organization_id bigint not null,
            name text not null,
            source text not null,
            last_seen_on date,
            constraint pk_organization_names primary key (organization_id, name, source),
            constraint ck_organization_names_texts check (
                length(name) between 1 and 600
                and length(source) > 0
            ),
            constraint fk_organization_names_organization_id foreign key (organization_id)
                references organizations (id) on delete cascade
        );

        create index ix_organization_names_name on organization_names (name);

        create table paper_organizations (
            paper_id bigint not null,
            organization_id bigint not null,
            role text not null,
            constraint pk_paper_organizations primary key (paper_id, organization_id, role),
            constraint ck_paper_organizations_role check (role in ('SUBMITTED', 'AFFILIATED', 'OWNS_CODE')),
            constraint fk_paper_organizations_organization_id foreign key (organization_id)
                references organizations (id) on delete cascade,
            constraint fk_paper_organizations_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create index ix_paper_organizations_organization_id_paper_id on paper_organizations (organization_id, paper_id);
        """;
}
