using Microsoft.EntityFrameworkCore.Migrations;
using PaperGraph.Data.Search;

#nullable disable

namespace PaperGraph.Data.Migrations
{
    /// <summary>
    /// Takes away the foreign key that was looked up for each mention, and makes anew what keeps the names that are searched for.
    /// </summary>
    public partial class CheaperImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_mentions_concepts_concept_id",
                table: "mentions");
            migrationBuilder.Sql(TextSearchSql.Words);
            migrationBuilder.Sql(SearchNamesSql.Drop);
            migrationBuilder.Sql(SearchNamesSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "fk_mentions_concepts_concept_id",
                table: "mentions",
                column: "concept_id",
                principalTable: "concepts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
