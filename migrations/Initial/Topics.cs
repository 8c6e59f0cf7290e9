namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Topics = """
        create table topics (
            id bigint generated always as identity,
            slug text not null,
            name text not null,
            parent_id bigint,
            position integer not null,
            constraint pk_topics primary key (id),
            constraint ck_topics_place check (position > 0 and parent_id <> id),
            constraint ck_topics_texts check (
                length(slug) between 1 and 200
                and length(name) > 0
            ),
            constraint fk_topics_parent_id foreign key (parent_id) references topics (id) on delete set null
        );

        create index ix_topics_parent_id on topics (parent_id);
        create index ix_topics_position_id on topics (position, id);
        create unique index ix_topics_slug on topics (slug);

        create table paper_topics (
            paper_id bigint not null,
            topic_id bigint not null,
            score real not null,
            constraint pk_paper_topics primary key (paper_id, topic_id),
            constraint ck_paper_topics_score check (score between 0 and 1),
            constraint fk_paper_topics_paper_id foreign key (paper_id) references papers (id) on delete cascade,
            constraint fk_paper_topics_topic_id foreign key (topic_id) references topics (id) on delete cascade
        );

        create index ix_paper_topics_topic_id_score_paper_id on paper_topics (topic_id, score desc, paper_id);

        create table concept_topics (
            concept_id bigint not null,
            topic_id bigint not null,
            constraint pk_concept_topics primary key (concept_id, topic_id),
            constraint fk_concept_topics_concept_id foreign key (concept_id) references concepts (id) on delete cascade,
            constraint fk_concept_topics_topic_id foreign key (topic_id) references topics (id) on delete cascade
        );

        create index ix_concept_topics_topic_id_concept_id on concept_topics (topic_id, concept_id);
        """;
}
