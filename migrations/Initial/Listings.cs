namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Listings = """
        create table pages (
            id bigint generated always as identity,
            source text not null,
            content_hash bytea not null,
            name text not null,
            listed_on date,
            listed_on_inferred boolean not null,
            saved_on date,
            imported_at timestamp with time zone not null,
            constraint pk_pages primary key (id),
            constraint ck_pages_content_hash check (length(content_hash) = 32),
            constraint ck_pages_inferred check (listed_on is not null or not listed_on_inferred),
            constraint ck_pages_texts check (
                length(source) > 0
                and length(name) > 0
            )
        );

        create index ix_pages_listed_on on pages (listed_on);
        create unique index ix_pages_source_content_hash on pages (source, content_hash);

        create table listings (
            id bigint generated always as identity,
            paper_id bigint not null,
            page_id bigint not null,
            rank integer not null,
            line integer,
            title text not null,
            title_key text not null,
            abstract text,
            arxiv_id text,
            doi text,
            url text,
            published_on date,
            published_on_inferred boolean not null,
            author_count integer,
            author_names text[],
            comment_count integer,
            upvote_count integer,
            keywords text[],
            organization_id bigint,
            listed_on date,
            listed_on_inferred boolean not null,
            withdrawn_on date,
            constraint pk_listings primary key (id),
            constraint ck_listings_authors check (cardinality(author_names) > 0),
            constraint ck_listings_counts check (author_count >= 0 and comment_count >= 0 and upvote_count >= 0),
            constraint ck_listings_inferred check (
                (published_on is not null or not published_on_inferred)
                and (listed_on is not null or not listed_on_inferred)
            ),
            constraint ck_listings_keys check (
                length(title_key) between 1 and 600
                and length(arxiv_id) between 1 and 64
                and length(doi) between 1 and 300
                and octet_length(url) between 1 and 2000
            ),
            constraint ck_listings_place check (rank > 0 and line > 0),
            constraint ck_listings_texts check (
                length(title) > 0
                and length(abstract) > 0
            ),
            constraint fk_listings_organization_id foreign key (organization_id)
                references organizations (id) on delete restrict,
            constraint fk_listings_page_id foreign key (page_id) references pages (id) on delete restrict,
            constraint fk_listings_paper_id foreign key (paper_id) references papers (id) on delete restrict
        );

        create index ix_listings_arxiv_id on listings (arxiv_id) where arxiv_id is not null;
        create index ix_listings_doi on listings (doi) where doi is not null;
        create index ix_listings_listed_on_paper_id on listings (listed_on, paper_id);
        create index ix_listings_organization_id on listings (organization_id) where organization_id is not null;
        create unique index ix_listings_page_id_rank on listings (page_id, rank);
        create index ix_listings_paper_id on listings (paper_id);
        create index ix_listings_title_key on listings (title_key);
        """;
}
