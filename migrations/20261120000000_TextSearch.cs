using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaperGraph.Data.Search;

namespace PaperGraph.Data.Migrations;

/// <summary>What the tables' generated columns and indexes are made with. Written by hand: no model can say it.</summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261120000000_TextSearch")]
public sealed class TextSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(TextSearchSql.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(TextSearchSql.Drop);
}
