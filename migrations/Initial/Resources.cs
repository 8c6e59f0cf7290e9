namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Resources = """
        create table resources (
            id bigint generated always as identity,
            kind text not null,
            url text not null,
            name text,
            organization_id bigint,
            constraint pk_resources primary key (id),
            constraint ck_resources_kind check (kind in ('PROJECT_PAGE', 'MODEL', 'DATASET', 'SPACE', 'COLLECTION', 'PROFILE', 'OTHER')),
            constraint ck_resources_texts check (
                octet_length(url) between 1 and 2000
                and length(name) > 0
            ),
            constraint fk_resources_organization_id foreign key (organization_id)
                references organizations (id) on delete set null
        );

        create index ix_resources_organization_id on resources (organization_id);
        create unique index ix_resources_url on resources (url);

        create table paper_resources (
            paper_id bigint not null,
            resource_id bigint not null,
            constraint pk_paper_resources primary key (paper_id, resource_id),
            constraint fk_paper_resources_paper_id foreign key (paper_id) references papers (id) on delete cascade,
            constraint fk_paper_resources_resource_id foreign key (resource_id) references resources (id) on delete cascade
        );

        create index ix_paper_resources_resource_id_paper_id on paper_resources (resource_id, paper_id);
        """;
}
