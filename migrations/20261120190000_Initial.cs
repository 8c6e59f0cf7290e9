using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperGraph.Data.Migrations;

/// <summary>The whole model of the first version; each feature's tables are in a file of their own in <c>Initial/</c>.</summary>
[DbContext(typeof(PaperGraphContext))]
[Migration("20261120190000_Initial")]
public sealed partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        string[] features =
        [
            Papers, Organizations, Listings, Authors, Repositories, Resources, Evidence, Concepts, Topics, Links, Imports,
        ];
        foreach (var feature in features) migrationBuilder.Sql(feature);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop table
            papers, extractions,
            organizations, organization_names, paper_organizations,
            pages, listings,
            authors, authorships,
            repositories, paper_repositories,
            resources, paper_resources,
            evidence,
            concepts, concept_slugs, concept_names, mentions, abbreviations, paper_concepts,
            topics, paper_topics, concept_topics,
            links, link_reasons,
            import_runs, import_problems;
        """);
}
