namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Repositories = """
        create table repositories (
            id bigint generated always as identity,
            host text not null,
            owner text not null,
            name text not null,
            key text not null,
            url text not null,
            organization_id bigint,
            constraint pk_repositories primary key (id),
            constraint ck_repositories_texts check (
                length(host) > 0
                and length(owner) > 0
                and length(name) > 0
                and length(key) between 1 and 600
                and octet_length(url) between 1 and 2000
            ),
            constraint fk_repositories_organization_id foreign key (organization_id)
                references organizations (id) on delete set null
        );

        create unique index ix_repositories_key on repositories (key);
        create index ix_repositories_organization_id on repositories (organization_id);

        create table paper_repositories (
            paper_id bigint not null,
            repository_id bigint not null,
            is_official boolean,
            constraint pk_paper_repositories primary key (paper_id, repository_id),
            constraint fk_paper_repositories_paper_id foreign key (paper_id) references papers (id) on delete cascade,
            constraint fk_paper_repositories_repository_id foreign key (repository_id)
                references repositories (id) on delete cascade
        );

        create index ix_paper_repositories_repository_id_paper_id on paper_repositories (repository_id, paper_id);
        """;
}
