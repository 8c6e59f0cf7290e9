namespace PaperGraph.Data.Migrations;

public sealed partial class Initial
{
    private const string Authors = """
        create table authors (
            id bigint generated always as identity,
            slug text not null,
            name text not null,
            name_key text not null,
            constraint pk_authors primary key (id),
            constraint ck_authors_texts check (
                length(slug) between 1 and 200
                and length(name) between 1 and 600
                and length(name_key) between 1 and 600
            )
        );

        create index ix_authors_name_id on authors (name, id);
        create unique index ix_authors_name_key on authors (name_key);
        create unique index ix_authors_slug on authors (slug);

        create table authorships (
            paper_id bigint not null,
            position integer not null,
            author_id bigint not null,
            name text not null,
            constraint pk_authorships primary key (paper_id, position),
            constraint ck_authorships_position check (
                position > 0
                and length(name) between 1 and 600
            ),
            constraint fk_authorships_author_id foreign key (author_id) references authors (id) on delete restrict,
            constraint fk_authorships_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create index ix_authorships_author_id_paper_id on authorships (author_id, paper_id);
        """;
}
