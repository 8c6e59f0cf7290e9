using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>Ids of concepts that were merged into others go on leading to them.</summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261120224500_FormerConcepts")]
public sealed class FormerConcepts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create table former_concepts (
            id bigint not null,
            concept_id bigint not null,
            constraint pk_former_concepts primary key (id),
            constraint fk_former_concepts_concept_id foreign key (concept_id) references concepts (id) on delete cascade
        );

        create index ix_former_concepts_concept_id on former_concepts (concept_id);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table former_concepts;");
}
