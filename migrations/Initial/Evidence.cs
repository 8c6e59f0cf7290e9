namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Evidence = """
        create table evidence (
            id bigint generated always as identity,
            paper_id bigint not null,
            organization_id bigint,
            role text,
            repository_id bigint,
            resource_id bigint,
            listing_id bigint,
            source text not null,
            source_url text,
            field text not null,
            quote text not null,
            start integer,
            length integer,
            extractor text not null,
            version text not null,
            confidence real not null,
            quote_hash bigint generated always as (hashtextextended(quote, 0)) stored not null,
            constraint pk_evidence primary key (id),
            constraint ck_evidence_confidence check (confidence between 0 and 1),
            constraint ck_evidence_role check (role in ('SUBMITTED', 'AFFILIATED', 'OWNS_CODE')),
            constraint ck_evidence_span check (
                start >= 0
                and length > 0
                and (start is null) = (length is null)
            ),
            constraint ck_evidence_target check (
                num_nonnulls(organization_id, repository_id, resource_id) = 1
                and (organization_id is null) = (role is null)
            ),
            constraint ck_evidence_texts check (
                length(source) > 0
                and length(field) > 0
                and length(quote) > 0
                and length(extractor) > 0
                and length(version) > 0
            ),
            constraint fk_evidence_listing_id foreign key (listing_id) references listings (id) on delete cascade,
            constraint fk_evidence_paper_id_organization_id_role foreign key (paper_id, organization_id, role)
                references paper_organizations (paper_id, organization_id, role) on delete cascade,
            constraint fk_evidence_paper_id_repository_id foreign key (paper_id, repository_id)
                references paper_repositories (paper_id, repository_id) on delete cascade,
            constraint fk_evidence_paper_id_resource_id foreign key (paper_id, resource_id)
                references paper_resources (paper_id, resource_id) on delete cascade
        );

        create index ix_evidence_listing_id on evidence (listing_id) where listing_id is not null;
        create index ix_evidence_paper_id_organization_id_role on evidence (paper_id, organization_id, role)
            where organization_id is not null;
        create index ix_evidence_paper_id_repository_id on evidence (paper_id, repository_id) where repository_id is not null;
        create index ix_evidence_paper_id_resource_id on evidence (paper_id, resource_id) where resource_id is not null;
        create unique index ix_evidence_statement on evidence (
            paper_id, organization_id, role, repository_id, resource_id,
            listing_id, source, field, start, quote_hash, extractor
        ) nulls not distinct;
        """;
}
