using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaperGraph.Data.Search;

namespace PaperGraph.Data.Migrations;

/// <summary>What keeps <c>search_names</c> right. Written by hand: no model can say it. It comes behind <c>Initial</c>.</summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261128193212_SearchNames")]
public sealed class SearchNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SearchNamesSql.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SearchNamesSql.Drop);
}
