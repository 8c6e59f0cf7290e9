using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>
/// Phrases that one paper alone has are its keyphrases, no concepts; and names that the text sets off are told from phrases. What is stored is
/// made anew by the new versions of extractor and collection.
/// </summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261128120000_Keyphrases")]
public sealed class Keyphrases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table keyphrases (
            id bigint generated always as identity,
            paper_id bigint not null,
            key text not null,
            phrase text not null,
            weight real not null,
            mention_keys text[] not null,
            constraint pk_keyphrases primary key (id),
            constraint ck_keyphrases_texts check (
                length(key) between 1 and 600
                and length(phrase) between 1 and 600
                and cardinality(mention_keys) > 0
            ),
            constraint ck_keyphrases_weight check (weight between 0 and 1),
            constraint fk_keyphrases_paper_id foreign key (paper_id) references papers (id) on delete cascade
        );

        create unique index ix_keyphrases_paper_id_key on keyphrases (paper_id, key);

        alter table mentions drop constraint ck_mentions_origin;
        alter table mentions add constraint ck_mentions_origin
            check (origin in ('TEXT', 'NAME', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD'));
        alter table concept_names drop constraint ck_concept_names_origin;
        alter table concept_names add constraint ck_concept_names_origin
            check (origin in ('TEXT', 'NAME', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD'));
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop table keyphrases;
        update mentions set origin = 'TEXT' where origin = 'NAME';
        update concept_names set origin = 'TEXT' where origin = 'NAME';
        alter table mentions drop constraint ck_mentions_origin;
        alter table mentions add constraint ck_mentions_origin check (origin in ('TEXT', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD'));
        alter table concept_names drop constraint ck_concept_names_origin;
        alter table concept_names add constraint ck_concept_names_origin check (origin in ('TEXT', 'ABBREVIATION', 'VOCABULARY', 'KEYWORD'));
        """);
}
