namespace PaperGraph.Graph.Tests;

/// <summary>Each file in <c>Queries</c> is answered from the seeded graph by the file of its name in <c>__snapshots__</c>.</summary>
public sealed class QueryTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Queries");

    public static TheoryData<string> Queries { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_is_answered_as_written_down(string name)
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql"));
        Snapshot.Match(await graph.AnswerAsync(query), name);
    }
}
