namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Papers = """
        create table papers (
            id bigint generated always as identity,
            identity text not null,
            slug text not null,
            title text not null,
            title_key text not null,
            abstract text,
            arxiv_id text,
            doi text,
            url text,
            published_on date,
            published_on_inferred boolean not null,
            author_count integer,
            comment_count integer,
            upvote_count integer,
            listed_on date,
            withdrawn_on date,
            imported_at timestamp with time zone not null,
            text_hash bigint generated always as (
                hashtextextended(title || chr(31) || coalesce(abstract, ''), 0)
            ) stored not null,
            published_order date generated always as (coalesce(published_on, '-infinity'::date)) stored not null,
            listed_order date generated always as (coalesce(listed_on, '-infinity'::date)) stored not null,
            upvote_order integer generated always as (coalesce(upvote_count, -1)) stored not null,
            comment_order integer generated always as (coalesce(comment_count, -1)) stored not null,
            search tsvector generated always as (
                setweight(to_tsvector('english', left(title, 10000)), 'A')
                || setweight(to_tsvector('english', left(coalesce(abstract, ''), 100000)), 'B')
            ) stored not null,
            constraint pk_papers primary key (id),
            constraint ck_papers_counts check (author_count >= 0 and comment_count >= 0 and upvote_count >= 0),
            constraint ck_papers_inferred check (published_on is not null or not published_on_inferred),
            constraint ck_papers_keys check (
                length(identity) between 1 and 600
                and length(slug) between 1 and 200
                and length(title_key) between 1 and 600
                and length(arxiv_id) between 1 and 64
                and length(doi) between 1 and 300
                and octet_length(url) between 1 and 2000
            ),
            constraint ck_papers_texts check (
                length(title) > 0
                and length(abstract) > 0
            )
        );

        create unique index ix_papers_arxiv_id on papers (arxiv_id);
        create unique index ix_papers_doi on papers (doi);
        create unique index ix_papers_identity on papers (identity);
        create index ix_papers_comment_order_id on papers (comment_order, id);
        create index ix_papers_imported_at_id on papers (imported_at, id);
        create index ix_papers_listed_order_id on papers (listed_order, id);
        create index ix_papers_published_order_id on papers (published_order, id);
        create index ix_papers_search on papers using gin (search);
        create unique index ix_papers_slug on papers (slug);
        create index ix_papers_title_key on papers (title_key);
        create index ix_papers_upvote_order_id on papers (upvote_order, id);

        create table extractions (
            paper_id bigint not null,
            extractor text not null,
            version text not null,
            text_hash bigint not null,
            constraint pk_extractions primary key (paper_id, extractor),
            constraint ck_extractions_texts check (
                length(extractor) > 0
                and length(version) > 0
            ),
            constraint fk_extractions_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );
        """;
}
