using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using PaperGraph.Data.Analysis;

#nullable disable

namespace PaperGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class Analysis : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "analysis_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    analyzed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duration = table.Column<TimeSpan>(type: "interval", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    damping = table.Column<double>(type: "double precision", nullable: false),
                    tolerance = table.Column<double>(type: "double precision", nullable: false),
                    iterations = table.Column<int>(type: "integer", nullable: false),
                    resolution = table.Column<double>(type: "double precision", nullable: false),
                    seed = table.Column<int>(type: "integer", nullable: false),
                    modularity = table.Column<double>(type: "double precision", nullable: false),
                    node_count = table.Column<int>(type: "integer", nullable: false),
                    edge_count = table.Column<int>(type: "integer", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false),
                    community_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analysis_runs", x => x.id);
                    table.CheckConstraint("ck_analysis_runs_counts", "modularity <= 1 and node_count >= 0 and edge_count >= 0 and paper_count >= 0 and community_count >= 0\nand duration >= '0'");
                    table.CheckConstraint("ck_analysis_runs_parameters", "damping between 0 and 1 and tolerance > 0 and iterations >= 0 and resolution > 0");
                });

            migrationBuilder.CreateTable(
                name: "communities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false),
                    concept_count = table.Column<int>(type: "integer", nullable: false),
                    topic_count = table.Column<int>(type: "integer", nullable: false),
                    organization_count = table.Column<int>(type: "integer", nullable: false),
                    repository_count = table.Column<int>(type: "integer", nullable: false),
                    author_count = table.Column<int>(type: "integer", nullable: false),
                    name_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communities", x => x.id);
                    table.CheckConstraint("ck_communities_counts", "paper_count >= 0 and concept_count >= 0 and topic_count >= 0 and organization_count >= 0 and repository_count >= 0\nand author_count >= 0");
                    table.CheckConstraint("ck_communities_texts", "length(slug) between 1 and 200 and length(name) between 1 and 1804");
                });

            migrationBuilder.CreateTable(
                name: "author_ranks",
                columns: table => new
                {
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_author_ranks", x => x.author_id);
                    table.CheckConstraint("ck_author_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_author_ranks_authors_author_id",
                        column: x => x.author_id,
                        principalTable: "authors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_author_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "community_concepts",
                columns: table => new
                {
                    community_id = table.Column<long>(type: "bigint", nullable: false),
                    concept_id = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<float>(type: "real", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_concepts", x => new { x.community_id, x.concept_id });
                    table.CheckConstraint("ck_community_concepts_measures", "score > 0 and score < 'infinity' and paper_count > 0");
                    table.ForeignKey(
                        name: "fk_community_concepts_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_community_concepts_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "community_ties",
                columns: table => new
                {
                    community_id = table.Column<long>(type: "bigint", nullable: false),
                    other_id = table.Column<long>(type: "bigint", nullable: false),
                    weight = table.Column<float>(type: "real", nullable: false),
                    edge_count = table.Column<int>(type: "integer", nullable: false),
                    concept_ids = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_ties", x => new { x.community_id, x.other_id });
                    table.CheckConstraint("ck_community_ties_measures", "weight > 0 and weight < 'infinity' and edge_count > 0 and community_id <> other_id");
                    table.ForeignKey(
                        name: "fk_community_ties_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_community_ties_communities_other_id",
                        column: x => x.other_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "concept_ranks",
                columns: table => new
                {
                    concept_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_ranks", x => x.concept_id);
                    table.CheckConstraint("ck_concept_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_concept_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_concept_ranks_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_ranks",
                columns: table => new
                {
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_ranks", x => x.organization_id);
                    table.CheckConstraint("ck_organization_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_organization_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_organization_ranks_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_ranks",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_ranks", x => x.paper_id);
                    table.CheckConstraint("ck_paper_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_paper_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_paper_ranks_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repository_ranks",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repository_ranks", x => x.repository_id);
                    table.CheckConstraint("ck_repository_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_repository_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_repository_ranks_repositories_repository_id",
                        column: x => x.repository_id,
                        principalTable: "repositories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "topic_ranks",
                columns: table => new
                {
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    rank_order = table.Column<float>(type: "real", nullable: false, defaultValue: -1f),
                    degree = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    community_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_ranks", x => x.topic_id);
                    table.CheckConstraint("ck_topic_ranks_measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0");
                    table.ForeignKey(
                        name: "fk_topic_ranks_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_topic_ranks_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_author_ranks_community_id_rank_order_author_id",
                table: "author_ranks",
                columns: new[] { "community_id", "rank_order", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_author_ranks_rank_order_author_id",
                table: "author_ranks",
                columns: new[] { "rank_order", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_communities_name_order_id",
                table: "communities",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_communities_paper_count_id",
                table: "communities",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_communities_slug",
                table: "communities",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_community_concepts_community_id_score_concept_id",
                table: "community_concepts",
                columns: new[] { "community_id", "score", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_community_concepts_concept_id",
                table: "community_concepts",
                column: "concept_id");

            migrationBuilder.CreateIndex(
                name: "ix_community_ties_community_id_weight_other_id",
                table: "community_ties",
                columns: new[] { "community_id", "weight", "other_id" });

            migrationBuilder.CreateIndex(
                name: "ix_community_ties_other_id",
                table: "community_ties",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_concept_ranks_community_id_rank_order_concept_id",
                table: "concept_ranks",
                columns: new[] { "community_id", "rank_order", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concept_ranks_rank_order_concept_id",
                table: "concept_ranks",
                columns: new[] { "rank_order", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_ranks_community_id_rank_order_organization_id",
                table: "organization_ranks",
                columns: new[] { "community_id", "rank_order", "organization_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_ranks_rank_order_organization_id",
                table: "organization_ranks",
                columns: new[] { "rank_order", "organization_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ranks_community_id_rank_order_paper_id",
                table: "paper_ranks",
                columns: new[] { "community_id", "rank_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ranks_rank_order_paper_id",
                table: "paper_ranks",
                columns: new[] { "rank_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_repository_ranks_community_id_rank_order_repository_id",
                table: "repository_ranks",
                columns: new[] { "community_id", "rank_order", "repository_id" });

            migrationBuilder.CreateIndex(
                name: "ix_repository_ranks_rank_order_repository_id",
                table: "repository_ranks",
                columns: new[] { "rank_order", "repository_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_ranks_community_id_rank_order_topic_id",
                table: "topic_ranks",
                columns: new[] { "community_id", "rank_order", "topic_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_ranks_rank_order_topic_id",
                table: "topic_ranks",
                columns: new[] { "rank_order", "topic_id" });

            migrationBuilder.Sql(RanksSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RanksSql.Drop);

            migrationBuilder.DropTable(
                name: "analysis_runs");

            migrationBuilder.DropTable(
                name: "author_ranks");

            migrationBuilder.DropTable(
                name: "community_concepts");

            migrationBuilder.DropTable(
                name: "community_ties");

            migrationBuilder.DropTable(
                name: "concept_ranks");

            migrationBuilder.DropTable(
                name: "organization_ranks");

            migrationBuilder.DropTable(
                name: "paper_ranks");

            migrationBuilder.DropTable(
                name: "repository_ranks");

            migrationBuilder.DropTable(
                name: "topic_ranks");

            migrationBuilder.DropTable(
                name: "communities");
        }
    }
}
