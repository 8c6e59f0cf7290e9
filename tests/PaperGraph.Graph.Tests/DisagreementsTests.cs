using PaperGraph.Data;
using PaperGraph.Ingest;

namespace PaperGraph.Graph.Tests;

/// <summary>On what sources of a paper disagree that were imported.</summary>
public sealed class DisagreementsTests(DisagreementsTests.Graph graph) : IClassFixture<DisagreementsTests.Graph>
{
    [Fact]
    public async Task Names_that_end_in_others_contradict_no_others()
    {
        var answer = await graph.ExecuteAsync("""
            {
              papers(first: 1) {
                nodes {
                  authorCount
                  authors { nodes { name } }
                  disagreements { field values { source value } }
                  sources { source fields { field value } }
                }
              }
            }
            """);

        var paper = answer.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0];
        paper.GetProperty("authorCount").GetInt32().ShouldBe(2);
        paper.GetProperty("authors").GetProperty("nodes").EnumerateArray().Select(author => author.GetProperty("name").GetString())
            .ShouldBe(["Ada Lovelace", "Alan Turing"]);
        paper.GetProperty("disagreements").EnumerateArray().Select(one => one.GetProperty("field").GetString())
            .ShouldBe(["PUBLISHED_ON"]);
        paper.GetProperty("sources").ToString().ShouldContain("\"Alan Mathison Turing\"");
    }

    public sealed class Graph() : GraphDatabase("disagreements-graph")
    {
        protected override async Task PrepareAsync(string connectionString)
        {
            await using var source = DataSources.Create(connectionString);
            await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
            await new Importer(source, TimeProvider.System).ImportAsync(
                [
                    ImportSource.Text("a.json", """
                        [{"type": "article", "title": "Maps", "DOI": "10.1000/maps", "issued": {"date-parts": [[2024, 5, 1]]},
                          "author": [{"family": "Lovelace", "given": "Ada"}, {"family": "Turing", "given": "Alan"}]}]
                        """),
                    ImportSource.Text("b.bib", """
                        @article{maps, title = {Maps}, doi = {10.1000/maps}, date = {2024-05-02}, author = {Alan Mathison Turing and others}}
                        """),
                ],
                new ImportOptions(), progress: null, CancellationToken.None);
        }
    }
}
