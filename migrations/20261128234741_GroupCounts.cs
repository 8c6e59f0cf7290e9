using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Reporting;

#nullable disable

namespace PaperGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class GroupCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "group_counts",
                columns: table => new
                {
                    dimension = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    papers = table.Column<int>(type: "integer", nullable: false),
                    papers_with_code = table.Column<int>(type: "integer", nullable: false),
                    upvotes = table.Column<long>(type: "bigint", nullable: false),
                    upvotes_known = table.Column<int>(type: "integer", nullable: false),
                    comments = table.Column<long>(type: "bigint", nullable: false),
                    comments_known = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_counts", x => new { x.dimension, x.target_id, x.value, x.period, x.starts_on });
                    table.CheckConstraint("ck_group_counts_dimension", "dimension in ('PAPER', 'CONCEPT', 'CONCEPT_KIND', 'TOPIC', 'ORGANIZATION', 'REPOSITORY_HOST', 'SOURCE', 'HAS_CODE', 'AUTHOR_COUNT')");
                    table.CheckConstraint("ck_group_counts_period", "period in ('DAY', 'MONTH', 'ALL')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 80);

            migrationBuilder.CreateTable(
                name: "group_memberships",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    has_code = table.Column<bool>(type: "boolean", nullable: false),
                    upvote_count = table.Column<int>(type: "integer", nullable: true),
                    comment_count = table.Column<int>(type: "integer", nullable: true),
                    groups = table.Column<string[]>(type: "text[]", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_memberships", x => x.paper_id);
                });

            migrationBuilder.CreateTable(
                name: "uncounted_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    transaction_id = table.Column<ulong>(type: "xid8", nullable: false),
                    paper_ids = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uncounted_changes", x => x.id);
                })
                .Annotation("Npgsql:UnloggedTable", true);

            migrationBuilder.CreateIndex(
                name: "ix_group_counts_dimension_period_starts_on",
                table: "group_counts",
                columns: new[] { "dimension", "period", "starts_on" });

            migrationBuilder.Sql(GroupCountsSql.Create);
            migrationBuilder.Sql(GroupCountsSql.Fill);
            migrationBuilder.Sql(ReportingSql.CreateMonths);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ReportingSql.DropMonths);
            migrationBuilder.Sql(GroupCountsSql.Drop);

            migrationBuilder.DropTable(
                name: "group_counts");

            migrationBuilder.DropTable(
                name: "group_memberships");

            migrationBuilder.DropTable(
                name: "uncounted_changes");
        }
    }
}
