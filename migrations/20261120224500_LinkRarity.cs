using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>
/// What a paper is compared by, and how rare that is, apart: the first bears on other papers' links too, the second on its own
/// alone. Nothing was kept here yet.
/// </summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261120224500_LinkRarity")]
public sealed class LinkRarity : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        truncate link_states;
        delete from stage_states where stage = 'LINKING';
        alter table link_states rename column digest to features;
        alter table link_states add column rarity bigint not null;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        truncate link_states;
        delete from stage_states where stage = 'LINKING';
        alter table link_states drop column rarity;
        alter table link_states rename column features to digest;
        """);
}
