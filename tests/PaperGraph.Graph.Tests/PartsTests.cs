namespace PaperGraph.Graph.Tests;

/// <summary>Answers in parts: the columns and runner of what is put off are those that its part asks for.</summary>
public sealed class PartsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Fact]
    public async Task What_is_deferred_comes_behind_the_rest() =>
        Snapshot.Match(await graph.PartsAsync("""
            {
              paper(by: { slug: "2402.00001" }) {
                title
                ... @defer {
                  url
                  concepts(first: 1) { nodes { name } }
                }
              }
            }
            """), "deferred");

    [Fact]
    public async Task Items_behind_the_first_are_streamed() =>
        Snapshot.Match(await graph.PartsAsync("""
            {
              papers(first: 3, orderBy: [{ by: TITLE, direction: ASC }]) {
                nodes @stream(initialCount: 1) {
                  title
                  organizations { nodes { name } }
                }
              }
            }
            """), "streamed");
}
