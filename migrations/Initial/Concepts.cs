namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Concepts = """
        create table concepts (
            id bigint generated always as identity,
            slug text not null,
            name text not null,
            kind text not null,
            key text not null,
            paper_count integer not null,
            specificity real not null,
            constraint pk_concepts primary key (id),
            constraint ck_concepts_kind check (kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER')),
            constraint ck_concepts_measures check (paper_count >= 0 and specificity >= 0 and specificity <= 1),
            constraint ck_concepts_texts check (
                length(slug) between 1 and 200
                and length(name) between 1 and 600
                and length(key) between 1 and 600
            )
        );

        create unique index ix_concepts_key on concepts (key);
        create index ix_concepts_name_id on concepts (name, id);
        create index ix_concepts_paper_count_id on concepts (paper_count desc, id);
        create unique index ix_concepts_slug on concepts (slug);

        create table concept_slugs (
            slug text not null,
            concept_id bigint not null,
            constraint pk_concept_slugs primary key (slug),
            constraint ck_concept_slugs_slug check (length(slug) between 1 and 200),
            constraint fk_concept_slugs_concept_id foreign key (concept_id) references concepts (id) on delete cascade
        );

        create index ix_concept_slugs_concept_id on concept_slugs (concept_id);

        create table concept_names (
            concept_id bigint not null,
            name text not null,
            key text not null,
            mention_count integer not null,
            origin text not null,
            constraint pk_concept_names primary key (concept_id, name),
            constraint ck_concept_names_mention_count check (mention_count >= 0),
            constraint ck_concept_names_origin check (origin in ('TEXT', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD')),
            constraint ck_concept_names_texts check (
                length(name) between 1 and 600
                and length(key) between 1 and 600
            ),
            constraint fk_concept_names_concept_id foreign key (concept_id) references concepts (id) on delete cascade
        );

        create index ix_concept_names_key on concept_names (key);

        create table mentions (
            id bigint generated always as identity,
            paper_id bigint not null,
            field text not null,
            start integer not null,
            length integer not null,
            surface text not null,
            key text not null,
            kind text not null,
            score real not null,
            origin text not null,
            extractor text not null,
            version text not null,
            concept_id bigint,
            resolved_by text,
            confidence real,
            constraint pk_mentions primary key (id),
            constraint ck_mentions_field check (field in ('TITLE', 'ABSTRACT')),
            constraint ck_mentions_kind check (kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER')),
            constraint ck_mentions_measures check (score between 0 and 1 and confidence between 0 and 1),
            constraint ck_mentions_origin check (origin in ('TEXT', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD')),
            constraint ck_mentions_resolved check (num_nulls(concept_id, resolved_by, confidence) in (0, 3)),
            constraint ck_mentions_resolved_by check (resolved_by in ('DOCUMENT', 'COLLECTION', 'VOCABULARY', 'TEXT')),
            constraint ck_mentions_span check (
                start >= 0
                and length > 0
            ),
            constraint ck_mentions_texts check (
                length(surface) > 0
                and length(key) > 0
                and length(extractor) > 0
                and length(version) > 0
            ),
            constraint fk_mentions_concept_id foreign key (concept_id) references concepts (id) on delete restrict,
            constraint fk_mentions_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create index ix_mentions_concept_id_paper_id on mentions (concept_id, paper_id) where concept_id is not null;
        create unique index ix_mentions_paper_id_field_start_length on mentions (paper_id, field, start, length);

        create table abbreviations (
            paper_id bigint not null,
            short_form text not null,
            long_form text not null,
            short_key text not null,
            long_key text not null,
            constraint pk_abbreviations primary key (paper_id, short_form, long_form),
            constraint ck_abbreviations_texts check (
                length(short_form) between 1 and 100
                and length(long_form) between 1 and 600
                and length(short_key) > 0
                and length(long_key) > 0
            ),
            constraint fk_abbreviations_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create index ix_abbreviations_short_form on abbreviations (short_form);

        create table paper_concepts (
            paper_id bigint not null,
            concept_id bigint not null,
            weight real not null,
            constraint pk_paper_concepts primary key (paper_id, concept_id),
            constraint ck_paper_concepts_weight check (weight between 0 and 1),
            constraint fk_paper_concepts_concept_id foreign key (concept_id) references concepts (id) on delete restrict,
            constraint fk_paper_concepts_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create index ix_paper_concepts_concept_id_weight_paper_id on paper_concepts (concept_id, weight desc, paper_id);
        """;
}
