using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaperGraph.Data.Reporting;

namespace PaperGraph.Data.Migrations;

/// <summary>The views of the schema <c>reporting</c>. Written by hand: no model can say it. It comes behind all tables.</summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261130214303_Reporting")]
public sealed class Reporting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ReportingSql.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ReportingSql.Drop);
}
