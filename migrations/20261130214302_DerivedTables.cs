using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Links;
using PaperGraph.Data.Search;

namespace PaperGraph.Data.Migrations;

/// <summary>
/// What keeps <c>search_names</c>, <c>group_counts</c>, <c>hub_counts</c>, <c>unlinked_papers</c> and the rows of ranks right. Written by
/// hand: no model can say it. It comes behind <c>Initial</c>.
/// </summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261130214302_DerivedTables")]
public sealed class DerivedTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(SearchNamesSql.Create);
        migrationBuilder.Sql(RanksSql.Create);
        migrationBuilder.Sql(GroupCountsSql.Create);
        migrationBuilder.Sql(ChangedNamesSql.Create);
        migrationBuilder.Sql(UnlinkedPapersSql.Create);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(UnlinkedPapersSql.Drop);
        migrationBuilder.Sql(ChangedNamesSql.Drop);
        migrationBuilder.Sql(GroupCountsSql.Drop);
        migrationBuilder.Sql(RanksSql.Drop);
        migrationBuilder.Sql(SearchNamesSql.Drop);
    }
}
