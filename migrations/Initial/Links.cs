namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Links = """
        create table links (
            paper_id bigint not null,
            related_id bigint not null,
            score real not null,
            rank integer not null,
            constraint pk_links primary key (paper_id, related_id),
            constraint ck_links_ends check (paper_id <> related_id),
            constraint ck_links_rank check (rank between 1 and 50),
            constraint ck_links_score check (score >= 0 and score < 'infinity'),
            constraint fk_links_paper_id foreign key (paper_id) references papers (id) on delete cascade,
            constraint fk_links_related_id foreign key (related_id) references papers (id) on delete cascade
        );

        create unique index ix_links_paper_id_rank on links (paper_id, rank);
        create index ix_links_related_id on links (related_id);

        create table link_reasons (
            paper_id bigint not null,
            related_id bigint not null,
            ordinal integer not null,
            kind text not null,
            concept_id bigint,
            organization_id bigint,
            repository_id bigint,
            words text[],
            weight real not null,
            constraint pk_link_reasons primary key (paper_id, related_id, ordinal),
            constraint ck_link_reasons_kind check (
                kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER', 'ORGANIZATION', 'REPOSITORY', 'WORDS')
            ),
            constraint ck_link_reasons_ordinal check (ordinal > 0),
            constraint ck_link_reasons_target check (
                (organization_id is not null) = (kind = 'ORGANIZATION')
                and (repository_id is not null) = (kind = 'REPOSITORY')
                and (words is not null) = (kind = 'WORDS')
                and (concept_id is not null) = (kind not in ('ORGANIZATION', 'REPOSITORY', 'WORDS'))
            ),
            constraint ck_link_reasons_weight check (weight >= 0 and weight < 'infinity'),
            constraint ck_link_reasons_words check (cardinality(words) > 0),
            constraint fk_link_reasons_concept_id foreign key (concept_id) references concepts (id) on delete cascade,
            constraint fk_link_reasons_organization_id foreign key (organization_id)
                references organizations (id) on delete cascade,
            constraint fk_link_reasons_paper_id_related_id foreign key (paper_id, related_id)
                references links (paper_id, related_id) on delete cascade,
            constraint fk_link_reasons_repository_id foreign key (repository_id) references repositories (id) on delete cascade
        );

        create index ix_link_reasons_concept_id on link_reasons (concept_id) where concept_id is not null;
        create index ix_link_reasons_organization_id on link_reasons (organization_id) where organization_id is not null;
        create index ix_link_reasons_repository_id on link_reasons (repository_id) where repository_id is not null;
        """;
}
