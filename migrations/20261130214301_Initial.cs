using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace PaperGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "added_abstracts",
                columns: table => new
                {
                    corpus_id = table.Column<long>(type: "bigint", nullable: false),
                    @abstract = table.Column<string>(name: "abstract", type: "text", nullable: false),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_added_abstracts", x => x.corpus_id);
                    table.CheckConstraint("ck_added_abstracts_texts", "length(abstract) > 0");
                });

            migrationBuilder.CreateTable(
                name: "added_references",
                columns: table => new
                {
                    corpus_id = table.Column<long>(type: "bigint", nullable: false),
                    cited_corpus_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_added_references", x => new { x.corpus_id, x.cited_corpus_id });
                });

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
                name: "authors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    source_id = table.Column<string>(type: "text", nullable: true),
                    key = table.Column<string>(type: "text", nullable: false, computedColumnSql: "coalesce(source_id, 'name:' || name_key)", stored: true),
                    orcid = table.Column<string>(type: "text", nullable: true, computedColumnSql: "case when source_id like 'orcid:%' then substr(source_id, 7) end", stored: true),
                    paper_count = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    name_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authors", x => x.id);
                    table.CheckConstraint("ck_authors_texts", "length(slug) between 1 and 200\nand length(name) between 1 and 600\nand length(name_key) between 1 and 600\nand length(source_id) between 1 and 64\nand paper_count >= 0");
                });

            migrationBuilder.CreateTable(
                name: "changed_names",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    former = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changed_names", x => x.paper_id);
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
                name: "concepts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false),
                    specificity = table.Column<float>(type: "real", nullable: false),
                    digest = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    name_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concepts", x => x.id);
                    table.CheckConstraint("ck_concepts_kind", "kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER')");
                    table.CheckConstraint("ck_concepts_measures", "paper_count >= 0 and specificity >= 0 and specificity <= 1");
                    table.CheckConstraint("ck_concepts_texts", "length(slug) between 1 and 200\nand length(name) between 1 and 600\nand length(key) between 1 and 600");
                });

            migrationBuilder.CreateTable(
                name: "coverage_counts",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    papers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage_counts", x => new { x.source, x.field, x.kind, x.at });
                    table.CheckConstraint("ck_coverage_counts_kind", "kind in ('ALL', 'DAY', 'IMPORT')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 80);

            migrationBuilder.CreateTable(
                name: "fetch_walks",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    next = table.Column<string>(type: "text", nullable: false),
                    restart = table.Column<string>(type: "text", nullable: true),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fetch_walks", x => x.name);
                    table.CheckConstraint("ck_fetch_walks_pages", "pages > 0");
                    table.CheckConstraint("ck_fetch_walks_texts", "length(name) between 1 and 2000 and length(next) > 0 and length(restart) > 0");
                });

            migrationBuilder.CreateTable(
                name: "fetched_addresses",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    entity_tag = table.Column<string>(type: "text", nullable: true),
                    last_modified = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    reading = table.Column<long>(type: "bigint", nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fetched_addresses", x => x.address);
                    table.CheckConstraint("ck_fetched_addresses_address", "length(address) between 1 and 2000");
                    table.CheckConstraint("ck_fetched_addresses_content_hash", "length(content_hash) = 32");
                });

            migrationBuilder.CreateTable(
                name: "follow_states",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_states", x => x.source);
                    table.CheckConstraint("ck_follow_states_failures", "failures >= 0 and (failures > 0) = (trouble is not null)");
                    table.CheckConstraint("ck_follow_states_source", "length(source) between 1 and 2000");
                });

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
                    table.CheckConstraint("ck_group_counts_dimension", "dimension in ('PAPER', 'CONCEPT', 'CONCEPT_KIND', 'TOPIC', 'ORGANIZATION', 'AUTHOR', 'REPOSITORY', 'REPOSITORY_HOST', 'SOURCE', 'HAS_CODE', 'AUTHOR_COUNT', 'LISTED_DAY', 'LISTED_WEEK_AGAIN', 'LISTED_MONTH_AGAIN', 'LISTED_QUARTER_AGAIN', 'LISTED_YEAR_AGAIN', 'IMPORTED_DAY')");
                    table.CheckConstraint("ck_group_counts_period", "period in ('DAY', 'MONTH', 'ALL')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 80);

            migrationBuilder.CreateTable(
                name: "group_hubs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_hubs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_memberships",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    has_code = table.Column<bool>(type: "boolean", nullable: false),
                    upvote_count = table.Column<int>(type: "integer", nullable: true),
                    comment_count = table.Column<int>(type: "integer", nullable: true),
                    groups = table.Column<string[]>(type: "text[]", nullable: false, collation: "C"),
                    coverage = table.Column<string[]>(type: "text[]", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_memberships", x => x.paper_id);
                });

            migrationBuilder.CreateTable(
                name: "group_totals",
                columns: table => new
                {
                    dimension = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    papers = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_totals", x => new { x.dimension, x.period, x.starts_on });
                    table.CheckConstraint("ck_group_totals_dimension", "dimension in ('PAPER', 'CONCEPT', 'CONCEPT_KIND', 'TOPIC', 'ORGANIZATION', 'AUTHOR', 'REPOSITORY', 'REPOSITORY_HOST', 'SOURCE', 'HAS_CODE', 'AUTHOR_COUNT', 'LISTED_DAY', 'LISTED_WEEK_AGAIN', 'LISTED_MONTH_AGAIN', 'LISTED_QUARTER_AGAIN', 'LISTED_YEAR_AGAIN', 'IMPORTED_DAY')");
                    table.CheckConstraint("ck_group_totals_period", "period in ('DAY', 'MONTH', 'ALL')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "hub_counts",
                columns: table => new
                {
                    hub_id = table.Column<int>(type: "integer", nullable: false),
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
                    table.PrimaryKey("pk_hub_counts", x => new { x.hub_id, x.dimension, x.period, x.target_id, x.value, x.starts_on });
                    table.CheckConstraint("ck_hub_counts_dimension", "dimension in ('PAPER', 'CONCEPT', 'CONCEPT_KIND', 'TOPIC', 'ORGANIZATION', 'AUTHOR', 'REPOSITORY', 'REPOSITORY_HOST', 'SOURCE', 'HAS_CODE', 'AUTHOR_COUNT', 'LISTED_DAY', 'LISTED_WEEK_AGAIN', 'LISTED_MONTH_AGAIN', 'LISTED_QUARTER_AGAIN', 'LISTED_YEAR_AGAIN', 'IMPORTED_DAY')");
                    table.CheckConstraint("ck_hub_counts_period", "period in ('DAY', 'MONTH', 'ALL')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 80);

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    papers_added = table.Column<int>(type: "integer", nullable: false),
                    papers_changed = table.Column<int>(type: "integer", nullable: false),
                    listings_added = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => x.id);
                    table.CheckConstraint("ck_import_runs_counts", "pages >= 0 and papers_added >= 0 and papers_changed >= 0 and listings_added >= 0 and problems >= 0");
                    table.CheckConstraint("ck_import_runs_finished", "(state = 'RUNNING') = (finished_at is null) and finished_at >= started_at");
                    table.CheckConstraint("ck_import_runs_state", "state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')");
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    ror = table.Column<string>(type: "text", nullable: true),
                    country_code = table.Column<string>(type: "text", nullable: true),
                    ancestors = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institutions", x => x.account);
                    table.CheckConstraint("ck_institutions_texts", "length(account) between 1 and 200\nand length(ror) between 1 and 64\nand length(country_code) = 2");
                });

            migrationBuilder.CreateTable(
                name: "leaderboards",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    task = table.Column<string>(type: "text", nullable: false),
                    dataset = table.Column<string>(type: "text", nullable: false),
                    metric = table.Column<string>(type: "text", nullable: false),
                    task_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dataset_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    metric_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    direction = table.Column<string>(type: "text", nullable: false),
                    direction_basis = table.Column<string>(type: "text", nullable: false),
                    result_count = table.Column<int>(type: "integer", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaderboards", x => x.id);
                    table.CheckConstraint("ck_leaderboards_counts", "result_count >= paper_count and paper_count >= 0");
                    table.CheckConstraint("ck_leaderboards_direction", "direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')");
                    table.CheckConstraint("ck_leaderboards_direction_basis", "direction_basis in ('NAME', 'ASSUMPTION')");
                    table.CheckConstraint("ck_leaderboards_texts", "length(task) between 1 and 600\nand length(dataset) between 1 and 600\nand length(metric) between 1 and 600\nand length(task_key) between 1 and 600\nand length(dataset_key) between 1 and 600\nand length(metric_key) between 1 and 600");
                });

            migrationBuilder.CreateTable(
                name: "link_counts",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    papers = table.Column<int>(type: "integer", nullable: false),
                    turnover = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_counts", x => x.id);
                    table.CheckConstraint("ck_link_counts_row", "id = 1 and papers >= 0 and turnover >= 0");
                });

            migrationBuilder.CreateTable(
                name: "link_postings",
                columns: table => new
                {
                    feature = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_postings", x => new { x.feature, x.part });
                    table.CheckConstraint("ck_link_postings_numbers", "part >= 0 and level between 1 and 32");
                });

            migrationBuilder.CreateTable(
                name: "name_records",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    lookup_keys = table.Column<int[]>(type: "integer[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_records", x => x.key);
                    table.CheckConstraint("ck_name_records_packed", "length(packed) > 0");
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    ror = table.Column<string>(type: "text", nullable: true),
                    country_code = table.Column<string>(type: "text", nullable: true),
                    paper_count = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    name_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizations", x => x.id);
                    table.CheckConstraint("ck_organizations_measures", "paper_count >= 0");
                    table.CheckConstraint("ck_organizations_parent", "parent_id <> id");
                    table.CheckConstraint("ck_organizations_texts", "length(slug) between 1 and 200\nand slug = lower(slug)\nand length(name) between 1 and 600\nand length(ror) > 0\nand length(country_code) = 2");
                    table.ForeignKey(
                        name: "fk_organizations_organizations_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    listed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    listed_on_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    saved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reading = table.Column<long>(type: "bigint", nullable: true),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages", x => x.id);
                    table.CheckConstraint("ck_pages_content_hash", "length(content_hash) = 32");
                    table.CheckConstraint("ck_pages_inferred", "listed_on is not null or not listed_on_inferred");
                    table.CheckConstraint("ck_pages_texts", "length(source) > 0 and length(name) > 0");
                    table.CheckConstraint("ck_pages_written", "(first_written_at is null) = (written_at is null) and first_written_at <= written_at");
                });

            migrationBuilder.CreateTable(
                name: "paper_features",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    made_of = table.Column<long>(type: "bigint", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    concept_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    organization_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    repository_ids = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_features", x => x.paper_id);
                    table.CheckConstraint("ck_paper_features_texts", "length(version) > 0 and length(packed) > 0");
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    identity = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @abstract = table.Column<string>(name: "abstract", type: "text", nullable: true),
                    arxiv_id = table.Column<string>(type: "text", nullable: true),
                    doi = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    author_count = table.Column<int>(type: "integer", nullable: true),
                    comment_count = table.Column<int>(type: "integer", nullable: true),
                    upvote_count = table.Column<int>(type: "integer", nullable: true),
                    citation_count = table.Column<int>(type: "integer", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    listed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text_hash = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "hashtextextended(title || chr(31) || coalesce(abstract, ''), 0)", stored: true),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "coalesce(published_on, '-infinity'::date)", stored: true),
                    listed_order = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "coalesce(listed_on, '-infinity'::date)", stored: true),
                    upvote_order = table.Column<int>(type: "integer", nullable: false, computedColumnSql: "coalesce(upvote_count, -1)", stored: true),
                    comment_order = table.Column<int>(type: "integer", nullable: false, computedColumnSql: "coalesce(comment_count, -1)", stored: true),
                    title_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(left(title, 300))", stored: true, collation: "C"),
                    title_search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('papergraph', search_text(left(title, 10000))), 'A')", stored: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('papergraph', search_text(left(title, 10000))), 'A') || setweight(to_tsvector('papergraph', search_text(left(coalesce(abstract, ''), 100000))), 'B')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                    table.CheckConstraint("ck_papers_counts", "author_count >= 0 and comment_count >= 0 and upvote_count >= 0 and citation_count >= 0");
                    table.CheckConstraint("ck_papers_inferred", "published_on is not null or not published_on_inferred");
                    table.CheckConstraint("ck_papers_keys", "length(identity) between 1 and 600\nand length(slug) between 1 and 200\nand length(arxiv_id) between 1 and 64\nand length(doi) between 1 and 300\nand octet_length(url) between 1 and 2000");
                    table.CheckConstraint("ck_papers_texts", "length(title) > 0 and length(abstract) > 0");
                });

            migrationBuilder.CreateTable(
                name: "repository_addresses",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    host = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    present_key = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    former_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repository_addresses", x => x.key);
                    table.CheckConstraint("ck_repository_addresses_texts", "length(key) between 1 and 600\nand length(host) > 0\nand length(owner) > 0\nand length(name) > 0\nand octet_length(url) between 1 and 2000\nand key <> present_key\nand length(source) > 0\nand (present_key is null) = (source is null)");
                    table.ForeignKey(
                        name: "fk_repository_addresses_repository_addresses_present_key",
                        column: x => x.present_key,
                        principalTable: "repository_addresses",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<long>(type: "bigint", nullable: false),
                    meanings = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => x.paper_id);
                });

            migrationBuilder.CreateTable(
                name: "search_names",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_whole = table.Column<bool>(type: "boolean", nullable: false),
                    popularity = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_names", x => new { x.kind, x.target_id, x.key });
                    table.CheckConstraint("ck_search_names_kind", "kind in ('PAPER', 'CONCEPT', 'TOPIC', 'ORGANIZATION', 'REPOSITORY', 'AUTHOR')");
                    table.CheckConstraint("ck_search_names_texts", "length(key) between 1 and 120 and length(name) > 0");
                });

            migrationBuilder.CreateTable(
                name: "stage_states",
                columns: table => new
                {
                    stage = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    seen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage_states", x => x.stage);
                    table.CheckConstraint("ck_stage_states_stage", "stage in ('ORGANIZATIONS', 'RESOLVING', 'LINKING', 'READING', 'EVERYTHING', 'MERGING', 'RENAMES')");
                    table.CheckConstraint("ck_stage_states_version", "length(version) > 0");
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    taxonomy = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    paper_count = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.id);
                    table.CheckConstraint("ck_topics_place", "position > 0 and parent_id <> id and paper_count >= 0");
                    table.CheckConstraint("ck_topics_texts", "length(slug) between 1 and 200 and length(name) > 0 and length(taxonomy) > 0");
                    table.ForeignKey(
                        name: "fk_topics_topics_parent_id",
                        column: x => x.parent_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
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

            migrationBuilder.CreateTable(
                name: "unlinked_papers",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unlinked_papers", x => x.paper_id);
                });

            migrationBuilder.CreateTable(
                name: "former_authors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_authors", x => x.id);
                    table.CheckConstraint("ck_former_authors_texts", "length(slug) between 1 and 200 and length(key) > 0");
                    table.ForeignKey(
                        name: "fk_former_authors_authors_author_id",
                        column: x => x.author_id,
                        principalTable: "authors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "concept_names",
                columns: table => new
                {
                    concept_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    mention_count = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_names", x => new { x.concept_id, x.name });
                    table.CheckConstraint("ck_concept_names_mention_count", "mention_count >= 0");
                    table.CheckConstraint("ck_concept_names_origin", "origin in ('TEXT', 'NAME', 'ABBREVIATION', 'VOCABULARY', 'STATED')");
                    table.CheckConstraint("ck_concept_names_texts", "length(name) between 1 and 600 and length(key) between 1 and 600");
                    table.ForeignKey(
                        name: "fk_concept_names_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
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
                name: "concept_slugs",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false),
                    concept_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_slugs", x => x.slug);
                    table.CheckConstraint("ck_concept_slugs_slug", "length(slug) between 1 and 200");
                    table.ForeignKey(
                        name: "fk_concept_slugs_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_concepts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    concept_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_concepts", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_concepts_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_problems",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    import_run_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: true),
                    column = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_problems", x => x.id);
                    table.CheckConstraint("ck_import_problems_place", "line > 0 and \"column\" > 0");
                    table.CheckConstraint("ck_import_problems_texts", "length(source) > 0 and length(file) > 0 and length(message) > 0");
                    table.ForeignKey(
                        name: "fk_import_problems_import_runs_import_run_id",
                        column: x => x.import_run_id,
                        principalTable: "import_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_organizations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_organizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_organizations_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_names",
                columns: table => new
                {
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    last_seen_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_names", x => new { x.organization_id, x.name, x.source });
                    table.CheckConstraint("ck_organization_names_texts", "length(name) between 1 and 600 and length(source) > 0");
                    table.ForeignKey(
                        name: "fk_organization_names_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
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
                name: "organization_slugs",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    is_stated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_slugs", x => x.slug);
                    table.CheckConstraint("ck_organization_slugs_slug", "length(slug) between 1 and 200 and slug = lower(slug)");
                    table.ForeignKey(
                        name: "fk_organization_slugs_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repositories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    host = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: true),
                    paper_count = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    name_order = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repositories", x => x.id);
                    table.CheckConstraint("ck_repositories_texts", "length(host) > 0\nand length(owner) > 0\nand length(name) > 0\nand length(key) between 1 and 600\nand octet_length(url) between 1 and 2000\nand paper_count >= 0");
                    table.ForeignKey(
                        name: "fk_repositories_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "resources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    organization_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resources", x => x.id);
                    table.CheckConstraint("ck_resources_kind", "kind in ('PROJECT_PAGE', 'MODEL', 'DATASET', 'SPACE', 'COLLECTION', 'PROFILE', 'OTHER')");
                    table.CheckConstraint("ck_resources_texts", "octet_length(url) between 1 and 2000 and length(name) > 0");
                    table.ForeignKey(
                        name: "fk_resources_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "concept_statements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    page_id = table.Column<long>(type: "bigint", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    full_name = table.Column<string>(type: "text", nullable: true),
                    other_names = table.Column<string[]>(type: "text[]", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    homepage_url = table.Column<string>(type: "text", nullable: true),
                    introduced_year = table.Column<int>(type: "integer", nullable: true),
                    paper_title = table.Column<string>(type: "text", nullable: true),
                    paper_keys = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_statements", x => x.id);
                    table.CheckConstraint("ck_concept_statements_kind", "kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER')");
                    table.CheckConstraint("ck_concept_statements_texts", "rank > 0\nand length(name) between 1 and 600\nand length(full_name) between 1 and 600\nand length(description) > 0\nand octet_length(url) between 1 and 2000\nand octet_length(homepage_url) between 1 and 2000\nand length(paper_title) > 0\nand cardinality(keys) > 0");
                    table.ForeignKey(
                        name: "fk_concept_statements_pages_page_id",
                        column: x => x.page_id,
                        principalTable: "pages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "abbreviations",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    short_form = table.Column<string>(type: "text", nullable: false),
                    long_form = table.Column<string>(type: "text", nullable: false),
                    short_key = table.Column<string>(type: "text", nullable: false),
                    long_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_abbreviations", x => new { x.paper_id, x.short_form, x.long_form });
                    table.CheckConstraint("ck_abbreviations_texts", "length(short_form) between 1 and 100\nand length(long_form) between 1 and 600\nand length(short_key) > 0\nand length(long_key) > 0");
                    table.ForeignKey(
                        name: "fk_abbreviations_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "authorships",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: true),
                    orcid = table.Column<string>(type: "text", nullable: true),
                    open_alex_id = table.Column<string>(type: "text", nullable: true),
                    semantic_scholar_id = table.Column<string>(type: "text", nullable: true),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorships", x => new { x.paper_id, x.position });
                    table.CheckConstraint("ck_authorships_ids", "length(orcid) > 0 and length(open_alex_id) > 0 and length(semantic_scholar_id) > 0");
                    table.CheckConstraint("ck_authorships_name_key", "name_key is not null or num_nonnulls(orcid, open_alex_id, semantic_scholar_id) = 0");
                    table.CheckConstraint("ck_authorships_position", "position > 0 and length(name) between 1 and 600");
                    table.ForeignKey(
                        name: "fk_authorships_authors_author_id",
                        column: x => x.author_id,
                        principalTable: "authors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_authorships_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citation_ends",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    arxiv_id = table.Column<string>(type: "text", nullable: true),
                    doi = table.Column<string>(type: "text", nullable: true),
                    open_alex_id = table.Column<string>(type: "text", nullable: true),
                    semantic_scholar_id = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    end_paper_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citation_ends", x => new { x.paper_id, x.direction, x.position });
                    table.CheckConstraint("ck_citation_ends_direction", "direction in ('CITES', 'CITED_BY')");
                    table.CheckConstraint("ck_citation_ends_position", "position > 0 and cardinality(keys) > 0");
                    table.CheckConstraint("ck_citation_ends_texts", "length(title) > 0 and length(source) > 0");
                    table.ForeignKey(
                        name: "fk_citation_ends_papers_end_paper_id",
                        column: x => x.end_paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_citation_ends_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citations",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    cited_paper_id = table.Column<long>(type: "bigint", nullable: false),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citations", x => new { x.paper_id, x.cited_paper_id });
                    table.ForeignKey(
                        name: "fk_citations_papers_cited_paper_id",
                        column: x => x.cited_paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "code_promises",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false),
                    extractor = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_promises", x => x.paper_id);
                    table.CheckConstraint("ck_code_promises_field", "field in ('TITLE', 'ABSTRACT')");
                    table.CheckConstraint("ck_code_promises_quote", "start >= 0 and length(quote) > 0 and length(extractor) > 0 and length(version) > 0");
                    table.ForeignKey(
                        name: "fk_code_promises_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "extractions",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    extractor = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    text_hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extractions", x => new { x.paper_id, x.extractor });
                    table.CheckConstraint("ck_extractions_texts", "length(extractor) > 0 and length(version) > 0");
                    table.ForeignKey(
                        name: "fk_extractions_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_papers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    identity = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_papers", x => x.id);
                    table.CheckConstraint("ck_former_papers_texts", "length(identity) between 1 and 600 and length(slug) between 1 and 200");
                    table.ForeignKey(
                        name: "fk_former_papers_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "keyphrases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    phrase = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<float>(type: "real", nullable: false),
                    mention_keys = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keyphrases", x => new { x.paper_id, x.id });
                    table.CheckConstraint("ck_keyphrases_texts", "length(key) between 1 and 600\nand length(phrase) between 1 and 600\nand cardinality(mention_keys) > 0");
                    table.CheckConstraint("ck_keyphrases_weight", "weight between 0 and 1");
                    table.ForeignKey(
                        name: "fk_keyphrases_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    page_id = table.Column<long>(type: "bigint", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    title_key = table.Column<string>(type: "text", nullable: false),
                    @abstract = table.Column<string>(name: "abstract", type: "text", nullable: true),
                    arxiv_id = table.Column<string>(type: "text", nullable: true),
                    doi = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    author_count = table.Column<int>(type: "integer", nullable: true),
                    author_names = table.Column<string[]>(type: "text[]", nullable: true),
                    comment_count = table.Column<int>(type: "integer", nullable: true),
                    upvote_count = table.Column<int>(type: "integer", nullable: true),
                    organization_id = table.Column<long>(type: "bigint", nullable: true),
                    listed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    listed_on_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    open_alex_id = table.Column<string>(type: "text", nullable: true),
                    semantic_scholar_id = table.Column<string>(type: "text", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: true),
                    star_count = table.Column<int>(type: "integer", nullable: true),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    observed_at_stated = table.Column<bool>(type: "boolean", nullable: false),
                    digest = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listings", x => new { x.paper_id, x.id });
                    table.CheckConstraint("ck_listings_authors", "cardinality(author_names) > 0");
                    table.CheckConstraint("ck_listings_counts", "author_count >= 0 and comment_count >= 0 and upvote_count >= 0 and star_count >= 0");
                    table.CheckConstraint("ck_listings_inferred", "(published_on is not null or not published_on_inferred)\nand (listed_on is not null or not listed_on_inferred)");
                    table.CheckConstraint("ck_listings_keys", "length(title_key) between 1 and 600\nand length(arxiv_id) between 1 and 64\nand length(doi) between 1 and 300\nand octet_length(url) between 1 and 2000\nand length(open_alex_id) between 1 and 64\nand length(semantic_scholar_id) between 1 and 64");
                    table.CheckConstraint("ck_listings_observed", "observed_at <= last_observed_at");
                    table.CheckConstraint("ck_listings_place", "rank > 0 and line > 0");
                    table.CheckConstraint("ck_listings_texts", "length(title) > 0 and length(abstract) > 0");
                    table.ForeignKey(
                        name: "fk_listings_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listings_pages_page_id",
                        column: x => x.page_id,
                        principalTable: "pages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listings_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentions",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    surface = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<float>(type: "real", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    extractor = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    concept_id = table.Column<long>(type: "bigint", nullable: true),
                    resolved_by = table.Column<string>(type: "text", nullable: true),
                    confidence = table.Column<float>(type: "real", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentions", x => new { x.paper_id, x.field, x.start, x.length });
                    table.CheckConstraint("ck_mentions_field", "field in ('TITLE', 'ABSTRACT')");
                    table.CheckConstraint("ck_mentions_kind", "kind in ('METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER')");
                    table.CheckConstraint("ck_mentions_measures", "score between 0 and 1 and confidence between 0 and 1");
                    table.CheckConstraint("ck_mentions_origin", "origin in ('TEXT', 'NAME', 'ABBREVIATION', 'VOCABULARY', 'STATED')");
                    table.CheckConstraint("ck_mentions_resolved", "num_nulls(concept_id, resolved_by, confidence) in (0, 3)");
                    table.CheckConstraint("ck_mentions_resolved_by", "resolved_by in ('DOCUMENT', 'COLLECTION', 'VOCABULARY', 'TEXT')");
                    table.CheckConstraint("ck_mentions_span", "start >= 0 and length > 0");
                    table.CheckConstraint("ck_mentions_texts", "length(surface) > 0 and length(key) > 0 and length(extractor) > 0 and length(version) > 0");
                    table.ForeignKey(
                        name: "fk_mentions_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_catalogue_ids",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_catalogue_ids", x => new { x.paper_id, x.kind, x.key });
                    table.CheckConstraint("ck_paper_catalogue_ids_key", "length(key) between 1 and 600");
                    table.CheckConstraint("ck_paper_catalogue_ids_kind", "kind in ('MAG', 'PMID', 'PMCID', 'ACL', 'DBLP')");
                    table.ForeignKey(
                        name: "fk_paper_catalogue_ids_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_categories",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_categories", x => new { x.paper_id, x.category });
                    table.CheckConstraint("ck_paper_categories_texts", "length(category) between 1 and 64 and length(source) > 0 and position >= 0");
                    table.ForeignKey(
                        name: "fk_paper_categories_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_concepts",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    concept_id = table.Column<long>(type: "bigint", nullable: false),
                    weight = table.Column<float>(type: "real", nullable: false),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_concepts", x => new { x.paper_id, x.concept_id });
                    table.CheckConstraint("ck_paper_concepts_weight", "weight between 0 and 1");
                    table.ForeignKey(
                        name: "fk_paper_concepts_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_concepts_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_disagreements",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_disagreements", x => new { x.paper_id, x.field });
                    table.CheckConstraint("ck_paper_disagreements_field", "field in ('TITLE', 'ABSTRACT', 'ARXIV_ID', 'DOI', 'PUBLISHED_ON', 'AUTHORS', 'AUTHOR_COUNT')");
                    table.ForeignKey(
                        name: "fk_paper_disagreements_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_keys",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    paper_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_keys", x => new { x.kind, x.key });
                    table.CheckConstraint("ck_paper_keys_key", "length(key) between 1 and 600");
                    table.CheckConstraint("ck_paper_keys_kind", "kind in ('ARXIV', 'DOI', 'OPEN_ALEX', 'SEMANTIC_SCHOLAR', 'TITLE', 'SLUG', 'MAG', 'PMID', 'PMCID', 'ACL', 'DBLP')");
                    table.ForeignKey(
                        name: "fk_paper_keys_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_names",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    mentions = table.Column<long>(type: "bigint", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    lookup_keys = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_names", x => x.paper_id);
                    table.CheckConstraint("ck_paper_names_packed", "length(packed) > 0");
                    table.ForeignKey(
                        name: "fk_paper_names_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_organizations",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_organizations", x => new { x.paper_id, x.organization_id, x.role });
                    table.CheckConstraint("ck_paper_organizations_role", "role in ('SUBMITTED', 'AFFILIATED', 'OWNS_CODE')");
                    table.ForeignKey(
                        name: "fk_paper_organizations_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_organizations_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
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
                name: "paper_versions",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_versions", x => new { x.paper_id, x.number });
                    table.CheckConstraint("ck_paper_versions_number", "number > 0 and length(source) > 0");
                    table.ForeignKey(
                        name: "fk_paper_versions_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "related_papers",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    related_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    scores = table.Column<float[]>(type: "real[]", nullable: false),
                    levels = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_related_papers", x => x.paper_id);
                    table.CheckConstraint("ck_related_papers_ends", "paper_id <> all (related_ids)");
                    table.CheckConstraint("ck_related_papers_lists", "cardinality(related_ids) <= 50 and cardinality(scores) = cardinality(related_ids)");
                    table.CheckConstraint("ck_related_papers_scores", "0 <= all (scores) and 'infinity' > all (scores)");
                    table.ForeignKey(
                        name: "fk_related_papers_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    leaderboard_id = table.Column<long>(type: "bigint", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    dataset = table.Column<string>(type: "text", nullable: false),
                    metric = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<double>(type: "double precision", nullable: true),
                    goodness = table.Column<double>(type: "double precision", nullable: false),
                    model = table.Column<string>(type: "text", nullable: true),
                    uses_additional_data = table.Column<bool>(type: "boolean", nullable: true),
                    code_url = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results", x => new { x.paper_id, x.id });
                    table.CheckConstraint("ck_results_measure", "abs(measure) < 'infinity' and goodness < 'infinity'");
                    table.CheckConstraint("ck_results_texts", "length(task) between 1 and 600\nand length(dataset) between 1 and 600\nand length(metric) between 1 and 600\nand length(value) between 1 and 600\nand length(model) between 1 and 600\nand length(source) > 0");
                    table.CheckConstraint("ck_results_urls", "octet_length(code_url) between 1 and 2000 and octet_length(source_url) between 1 and 2000");
                    table.ForeignKey(
                        name: "fk_results_leaderboards_leaderboard_id",
                        column: x => x.leaderboard_id,
                        principalTable: "leaderboards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_results_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repository_renames",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    present_key = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    first_observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repository_renames", x => new { x.key, x.present_key, x.source });
                    table.CheckConstraint("ck_repository_renames_observed", "(first_observed_at is null) = (last_observed_at is null) and first_observed_at <= last_observed_at");
                    table.CheckConstraint("ck_repository_renames_texts", "length(source) > 0");
                    table.ForeignKey(
                        name: "fk_repository_renames_repository_addresses_key",
                        column: x => x.key,
                        principalTable: "repository_addresses",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_repository_renames_repository_addresses_present_key",
                        column: x => x.present_key,
                        principalTable: "repository_addresses",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concept_topics",
                columns: table => new
                {
                    concept_id = table.Column<long>(type: "bigint", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_topics", x => new { x.concept_id, x.topic_id });
                    table.ForeignKey(
                        name: "fk_concept_topics_concepts_concept_id",
                        column: x => x.concept_id,
                        principalTable: "concepts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_concept_topics_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_topics",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<float>(type: "real", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_topics", x => new { x.paper_id, x.topic_id });
                    table.CheckConstraint("ck_paper_topics_score", "score between 0 and 1 and length(source) > 0");
                    table.ForeignKey(
                        name: "fk_paper_topics_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_topics_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
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

            migrationBuilder.CreateTable(
                name: "paper_repositories",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    is_official = table.Column<bool>(type: "boolean", nullable: true),
                    published_order = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_repositories", x => new { x.paper_id, x.repository_id });
                    table.ForeignKey(
                        name: "fk_paper_repositories_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_repositories_repositories_repository_id",
                        column: x => x.repository_id,
                        principalTable: "repositories",
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
                name: "paper_resources",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    resource_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_resources", x => new { x.paper_id, x.resource_id });
                    table.ForeignKey(
                        name: "fk_paper_resources_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_resources_resources_resource_id",
                        column: x => x.resource_id,
                        principalTable: "resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "concept_statement_topics",
                columns: table => new
                {
                    concept_statement_id = table.Column<long>(type: "bigint", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concept_statement_topics", x => new { x.concept_statement_id, x.topic_id });
                    table.ForeignKey(
                        name: "fk_concept_statement_topics_concept_statements_concept_stateme",
                        column: x => x.concept_statement_id,
                        principalTable: "concept_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_concept_statement_topics_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "affiliations",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_affiliations", x => new { x.paper_id, x.position, x.number });
                    table.CheckConstraint("ck_affiliations_texts", "number > 0 and length(name) between 1 and 600 and length(source) > 0");
                    table.ForeignKey(
                        name: "fk_affiliations_authorships_paper_id_position",
                        columns: x => new { x.paper_id, x.position },
                        principalTable: "authorships",
                        principalColumns: new[] { "paper_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_affiliations_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sightings",
                columns: table => new
                {
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    listing_id = table.Column<long>(type: "bigint", nullable: false),
                    page_id = table.Column<long>(type: "bigint", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    observed_at_stated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sightings", x => new { x.paper_id, x.listing_id, x.page_id, x.rank });
                    table.CheckConstraint("ck_sightings_observed", "rank > 0 and observed_at <= last_observed_at");
                    table.ForeignKey(
                        name: "fk_sightings_listings_paper_id_listing_id",
                        columns: x => new { x.paper_id, x.listing_id },
                        principalTable: "listings",
                        principalColumns: new[] { "paper_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sightings_pages_page_id",
                        column: x => x.page_id,
                        principalTable: "pages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    paper_id = table.Column<long>(type: "bigint", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    repository_id = table.Column<long>(type: "bigint", nullable: true),
                    former_key = table.Column<string>(type: "text", nullable: true),
                    resource_id = table.Column<long>(type: "bigint", nullable: true),
                    is_official = table.Column<bool>(type: "boolean", nullable: true),
                    listing_id = table.Column<long>(type: "bigint", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    field = table.Column<string>(type: "text", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: true),
                    length = table.Column<int>(type: "integer", nullable: true),
                    extractor = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    confidence = table.Column<float>(type: "real", nullable: false),
                    quote_hash = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "hashtextextended(quote, 0)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.paper_id, x.id });
                    table.CheckConstraint("ck_evidence_confidence", "confidence between 0 and 1");
                    table.CheckConstraint("ck_evidence_role", "role in ('SUBMITTED', 'AFFILIATED', 'OWNS_CODE')");
                    table.CheckConstraint("ck_evidence_span", "start >= 0 and length > 0 and (start is null) = (length is null)");
                    table.CheckConstraint("ck_evidence_target", "num_nonnulls(organization_id, repository_id, resource_id) = 1\nand (organization_id is null) = (role is null)\nand (is_official is null or repository_id is not null)\nand (former_key is null or repository_id is not null)");
                    table.CheckConstraint("ck_evidence_texts", "length(source) > 0\nand length(field) > 0\nand length(quote) > 0\nand length(extractor) > 0\nand length(version) > 0");
                    table.ForeignKey(
                        name: "fk_evidence_listings_paper_id_listing_id",
                        columns: x => new { x.paper_id, x.listing_id },
                        principalTable: "listings",
                        principalColumns: new[] { "paper_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_evidence_paper_organizations_paper_id_organization_id_role",
                        columns: x => new { x.paper_id, x.organization_id, x.role },
                        principalTable: "paper_organizations",
                        principalColumns: new[] { "paper_id", "organization_id", "role" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_evidence_paper_repositories_paper_id_repository_id",
                        columns: x => new { x.paper_id, x.repository_id },
                        principalTable: "paper_repositories",
                        principalColumns: new[] { "paper_id", "repository_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_evidence_paper_resources_paper_id_resource_id",
                        columns: x => new { x.paper_id, x.resource_id },
                        principalTable: "paper_resources",
                        principalColumns: new[] { "paper_id", "resource_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_abbreviations_short_form",
                table: "abbreviations",
                column: "short_form");

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_organization_id_paper_id",
                table: "affiliations",
                columns: new[] { "organization_id", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_author_ranks_community_id_rank_order_author_id",
                table: "author_ranks",
                columns: new[] { "community_id", "rank_order", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_author_ranks_rank_order_author_id",
                table: "author_ranks",
                columns: new[] { "rank_order", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_authors_key",
                table: "authors",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authors_name_key",
                table: "authors",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_authors_name_order_id",
                table: "authors",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_authors_paper_count_id",
                table: "authors",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_authors_slug",
                table: "authors",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authorships_author_id_published_order_paper_id",
                table: "authorships",
                columns: new[] { "author_id", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_authorships_name_key",
                table: "authorships",
                column: "name_key",
                filter: "name_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_authorships_open_alex_id",
                table: "authorships",
                column: "open_alex_id",
                filter: "open_alex_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_authorships_semantic_scholar_id",
                table: "authorships",
                column: "semantic_scholar_id",
                filter: "semantic_scholar_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_citation_ends_end_paper_id",
                table: "citation_ends",
                column: "end_paper_id",
                filter: "end_paper_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_citation_ends_keys",
                table: "citation_ends",
                column: "keys")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_citations_cited_paper_id_published_order_paper_id",
                table: "citations",
                columns: new[] { "cited_paper_id", "published_order", "paper_id" });

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
                name: "ix_concept_names_key",
                table: "concept_names",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_concept_ranks_community_id_rank_order_concept_id",
                table: "concept_ranks",
                columns: new[] { "community_id", "rank_order", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concept_ranks_rank_order_concept_id",
                table: "concept_ranks",
                columns: new[] { "rank_order", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concept_slugs_concept_id",
                table: "concept_slugs",
                column: "concept_id");

            migrationBuilder.CreateIndex(
                name: "ix_concept_statement_topics_topic_id_concept_statement_id",
                table: "concept_statement_topics",
                columns: new[] { "topic_id", "concept_statement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concept_statements_keys",
                table: "concept_statements",
                column: "keys")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_concept_statements_page_id_rank",
                table: "concept_statements",
                columns: new[] { "page_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_concept_topics_topic_id_concept_id",
                table: "concept_topics",
                columns: new[] { "topic_id", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concepts_key",
                table: "concepts",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_concepts_name_order_id",
                table: "concepts",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_concepts_paper_count_id",
                table: "concepts",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_concepts_slug",
                table: "concepts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_concepts_specificity_id",
                table: "concepts",
                columns: new[] { "specificity", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_paper_id_listing_id",
                table: "evidence",
                columns: new[] { "paper_id", "listing_id" },
                filter: "listing_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_paper_id_organization_id_role",
                table: "evidence",
                columns: new[] { "paper_id", "organization_id", "role" },
                filter: "organization_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_paper_id_repository_id",
                table: "evidence",
                columns: new[] { "paper_id", "repository_id" },
                filter: "repository_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_paper_id_resource_id",
                table: "evidence",
                columns: new[] { "paper_id", "resource_id" },
                filter: "resource_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_statement",
                table: "evidence",
                columns: new[] { "paper_id", "organization_id", "role", "repository_id", "former_key", "resource_id", "listing_id", "source", "field", "start", "quote_hash", "extractor" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_former_authors_author_id",
                table: "former_authors",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_authors_key",
                table: "former_authors",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_authors_slug",
                table: "former_authors",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_concepts_concept_id",
                table: "former_concepts",
                column: "concept_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_organizations_organization_id",
                table: "former_organizations",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_papers_paper_id",
                table: "former_papers",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_counts_dimension_period_starts_on",
                table: "group_counts",
                columns: new[] { "dimension", "period", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "ix_group_hubs_name",
                table: "group_hubs",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_problems_fingerprint",
                table: "import_problems",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_problems_import_run_id",
                table: "import_problems",
                column: "import_run_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_started_at_id",
                table: "import_runs",
                columns: new[] { "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_keyphrases_paper_id_key",
                table: "keyphrases",
                columns: new[] { "paper_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_dataset_key_paper_count_id",
                table: "leaderboards",
                columns: new[] { "dataset_key", "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_dataset_key_result_count_id",
                table: "leaderboards",
                columns: new[] { "dataset_key", "result_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_dataset_key_task_key_metric_key_id",
                table: "leaderboards",
                columns: new[] { "dataset_key", "task_key", "metric_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_metric_key_paper_count_id",
                table: "leaderboards",
                columns: new[] { "metric_key", "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_metric_key_result_count_id",
                table: "leaderboards",
                columns: new[] { "metric_key", "result_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_metric_key_task_key_dataset_key_id",
                table: "leaderboards",
                columns: new[] { "metric_key", "task_key", "dataset_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_paper_count_id",
                table: "leaderboards",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_result_count_id",
                table: "leaderboards",
                columns: new[] { "result_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_task_key_dataset_key_metric_key",
                table: "leaderboards",
                columns: new[] { "task_key", "dataset_key", "metric_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_task_key_dataset_key_metric_key_id",
                table: "leaderboards",
                columns: new[] { "task_key", "dataset_key", "metric_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_task_key_paper_count_id",
                table: "leaderboards",
                columns: new[] { "task_key", "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leaderboards_task_key_result_count_id",
                table: "leaderboards",
                columns: new[] { "task_key", "result_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_listings_doi",
                table: "listings",
                column: "doi",
                filter: "doi is not null");

            migrationBuilder.CreateIndex(
                name: "ix_listings_listed_on_paper_id",
                table: "listings",
                columns: new[] { "listed_on", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_listings_open_alex_id",
                table: "listings",
                column: "open_alex_id",
                filter: "open_alex_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_listings_organization_id",
                table: "listings",
                column: "organization_id",
                filter: "organization_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_listings_page_id_rank",
                table: "listings",
                columns: new[] { "page_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_listings_semantic_scholar_id",
                table: "listings",
                column: "semantic_scholar_id",
                filter: "semantic_scholar_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_listings_title_key",
                table: "listings",
                column: "title_key");

            migrationBuilder.CreateIndex(
                name: "ix_mentions_concept_id_paper_id",
                table: "mentions",
                columns: new[] { "concept_id", "paper_id" },
                filter: "concept_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_name_records_lookup_keys",
                table: "name_records",
                column: "lookup_keys",
                filter: "lookup_keys is not null")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_organization_names_name",
                table: "organization_names",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_organization_ranks_community_id_rank_order_organization_id",
                table: "organization_ranks",
                columns: new[] { "community_id", "rank_order", "organization_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_ranks_rank_order_organization_id",
                table: "organization_ranks",
                columns: new[] { "rank_order", "organization_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_slugs_organization_id",
                table: "organization_slugs",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organizations_name_order_id",
                table: "organizations",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organizations_paper_count_id",
                table: "organizations",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organizations_parent_id",
                table: "organizations",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_organizations_ror",
                table: "organizations",
                column: "ror",
                filter: "ror is not null");

            migrationBuilder.CreateIndex(
                name: "ix_organizations_slug",
                table: "organizations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pages_listed_on",
                table: "pages",
                column: "listed_on");

            migrationBuilder.CreateIndex(
                name: "ix_pages_source_content_hash",
                table: "pages",
                columns: new[] { "source", "content_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_catalogue_ids_kind_key",
                table: "paper_catalogue_ids",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_categories_category_published_order_paper_id",
                table: "paper_categories",
                columns: new[] { "category", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_concepts_concept_id_published_order_paper_id",
                table: "paper_concepts",
                columns: new[] { "concept_id", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_concepts_concept_id_weight_paper_id",
                table: "paper_concepts",
                columns: new[] { "concept_id", "weight", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_concepts_published_order_concept_id",
                table: "paper_concepts",
                columns: new[] { "published_order", "concept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_disagreements_field_published_order_paper_id",
                table: "paper_disagreements",
                columns: new[] { "field", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_keys_paper_id",
                table: "paper_keys",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_names_lookup_keys",
                table: "paper_names",
                column: "lookup_keys")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_paper_organizations_organization_id_published_order_paper_id",
                table: "paper_organizations",
                columns: new[] { "organization_id", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_organizations_published_order_organization_id_paper_id",
                table: "paper_organizations",
                columns: new[] { "published_order", "organization_id", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ranks_community_id_rank_order_paper_id",
                table: "paper_ranks",
                columns: new[] { "community_id", "rank_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ranks_rank_order_paper_id",
                table: "paper_ranks",
                columns: new[] { "rank_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_repositories_published_order_repository_id",
                table: "paper_repositories",
                columns: new[] { "published_order", "repository_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_repositories_repository_id_published_order_paper_id",
                table: "paper_repositories",
                columns: new[] { "repository_id", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_resources_resource_id_paper_id",
                table: "paper_resources",
                columns: new[] { "resource_id", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_topics_topic_id_published_order_paper_id",
                table: "paper_topics",
                columns: new[] { "topic_id", "published_order", "paper_id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_comment_order_id",
                table: "papers",
                columns: new[] { "comment_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_imported_at_id",
                table: "papers",
                columns: new[] { "imported_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_is_withdrawn",
                table: "papers",
                column: "is_withdrawn",
                filter: "is_withdrawn");

            migrationBuilder.CreateIndex(
                name: "ix_papers_listed_order_id",
                table: "papers",
                columns: new[] { "listed_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_published_order_id",
                table: "papers",
                columns: new[] { "published_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_search_published_order",
                table: "papers",
                columns: new[] { "search", "published_order" })
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_papers_title_order_id",
                table: "papers",
                columns: new[] { "title_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_title_search_published_order",
                table: "papers",
                columns: new[] { "title_search", "published_order" })
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_papers_upvote_order_id",
                table: "papers",
                columns: new[] { "upvote_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_repositories_key",
                table: "repositories",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_repositories_name_order_id",
                table: "repositories",
                columns: new[] { "name_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_repositories_organization_id_paper_count_id",
                table: "repositories",
                columns: new[] { "organization_id", "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_repositories_paper_count_id",
                table: "repositories",
                columns: new[] { "paper_count", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_repository_addresses_former_id",
                table: "repository_addresses",
                column: "former_id",
                filter: "former_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_repository_addresses_present_key",
                table: "repository_addresses",
                column: "present_key",
                filter: "present_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_repository_ranks_community_id_rank_order_repository_id",
                table: "repository_ranks",
                columns: new[] { "community_id", "rank_order", "repository_id" });

            migrationBuilder.CreateIndex(
                name: "ix_repository_ranks_rank_order_repository_id",
                table: "repository_ranks",
                columns: new[] { "rank_order", "repository_id" });

            migrationBuilder.CreateIndex(
                name: "ix_repository_renames_present_key",
                table: "repository_renames",
                column: "present_key");

            migrationBuilder.CreateIndex(
                name: "ix_resources_organization_id",
                table: "resources",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_resources_url",
                table: "resources",
                column: "url",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_id",
                table: "results",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_leaderboard_id_goodness_id",
                table: "results",
                columns: new[] { "leaderboard_id", "goodness", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_key",
                table: "search_names",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_search_names_key_trigrams",
                table: "search_names",
                column: "key",
                filter: "is_whole")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_kind_popularity_key",
                table: "search_names",
                columns: new[] { "kind", "popularity", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_sightings_page_id_rank",
                table: "sightings",
                columns: new[] { "page_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topic_ranks_community_id_rank_order_topic_id",
                table: "topic_ranks",
                columns: new[] { "community_id", "rank_order", "topic_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_ranks_rank_order_topic_id",
                table: "topic_ranks",
                columns: new[] { "rank_order", "topic_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_parent_id",
                table: "topics",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_position_id",
                table: "topics",
                columns: new[] { "position", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_slug",
                table: "topics",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "abbreviations");

            migrationBuilder.DropTable(
                name: "added_abstracts");

            migrationBuilder.DropTable(
                name: "added_references");

            migrationBuilder.DropTable(
                name: "affiliations");

            migrationBuilder.DropTable(
                name: "analysis_runs");

            migrationBuilder.DropTable(
                name: "author_ranks");

            migrationBuilder.DropTable(
                name: "changed_names");

            migrationBuilder.DropTable(
                name: "citation_ends");

            migrationBuilder.DropTable(
                name: "citations");

            migrationBuilder.DropTable(
                name: "code_promises");

            migrationBuilder.DropTable(
                name: "community_concepts");

            migrationBuilder.DropTable(
                name: "community_ties");

            migrationBuilder.DropTable(
                name: "concept_names");

            migrationBuilder.DropTable(
                name: "concept_ranks");

            migrationBuilder.DropTable(
                name: "concept_slugs");

            migrationBuilder.DropTable(
                name: "concept_statement_topics");

            migrationBuilder.DropTable(
                name: "concept_topics");

            migrationBuilder.DropTable(
                name: "coverage_counts");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "extractions");

            migrationBuilder.DropTable(
                name: "fetch_walks");

            migrationBuilder.DropTable(
                name: "fetched_addresses");

            migrationBuilder.DropTable(
                name: "follow_states");

            migrationBuilder.DropTable(
                name: "former_authors");

            migrationBuilder.DropTable(
                name: "former_concepts");

            migrationBuilder.DropTable(
                name: "former_organizations");

            migrationBuilder.DropTable(
                name: "former_papers");

            migrationBuilder.DropTable(
                name: "group_counts");

            migrationBuilder.DropTable(
                name: "group_hubs");

            migrationBuilder.DropTable(
                name: "group_memberships");

            migrationBuilder.DropTable(
                name: "group_totals");

            migrationBuilder.DropTable(
                name: "hub_counts");

            migrationBuilder.DropTable(
                name: "import_problems");

            migrationBuilder.DropTable(
                name: "institutions");

            migrationBuilder.DropTable(
                name: "keyphrases");

            migrationBuilder.DropTable(
                name: "link_counts");

            migrationBuilder.DropTable(
                name: "link_postings");

            migrationBuilder.DropTable(
                name: "mentions");

            migrationBuilder.DropTable(
                name: "name_records");

            migrationBuilder.DropTable(
                name: "organization_names");

            migrationBuilder.DropTable(
                name: "organization_ranks");

            migrationBuilder.DropTable(
                name: "organization_slugs");

            migrationBuilder.DropTable(
                name: "paper_catalogue_ids");

            migrationBuilder.DropTable(
                name: "paper_categories");

            migrationBuilder.DropTable(
                name: "paper_concepts");

            migrationBuilder.DropTable(
                name: "paper_disagreements");

            migrationBuilder.DropTable(
                name: "paper_features");

            migrationBuilder.DropTable(
                name: "paper_keys");

            migrationBuilder.DropTable(
                name: "paper_names");

            migrationBuilder.DropTable(
                name: "paper_ranks");

            migrationBuilder.DropTable(
                name: "paper_topics");

            migrationBuilder.DropTable(
                name: "paper_versions");

            migrationBuilder.DropTable(
                name: "related_papers");

            migrationBuilder.DropTable(
                name: "repository_ranks");

            migrationBuilder.DropTable(
                name: "repository_renames");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "search_names");

            migrationBuilder.DropTable(
                name: "sightings");

            migrationBuilder.DropTable(
                name: "stage_states");

            migrationBuilder.DropTable(
                name: "topic_ranks");

            migrationBuilder.DropTable(
                name: "uncounted_changes");

            migrationBuilder.DropTable(
                name: "unlinked_papers");

            migrationBuilder.DropTable(
                name: "authorships");

            migrationBuilder.DropTable(
                name: "concept_statements");

            migrationBuilder.DropTable(
                name: "paper_organizations");

            migrationBuilder.DropTable(
                name: "paper_repositories");

            migrationBuilder.DropTable(
                name: "paper_resources");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "concepts");

            migrationBuilder.DropTable(
                name: "repository_addresses");

            migrationBuilder.DropTable(
                name: "leaderboards");

            migrationBuilder.DropTable(
                name: "listings");

            migrationBuilder.DropTable(
                name: "communities");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "authors");

            migrationBuilder.DropTable(
                name: "repositories");

            migrationBuilder.DropTable(
                name: "resources");

            migrationBuilder.DropTable(
                name: "pages");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "organizations");
        }
    }
}
