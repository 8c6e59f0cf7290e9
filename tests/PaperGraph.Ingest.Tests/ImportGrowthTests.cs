using System.Text;

namespace PaperGraph.Ingest.Tests;

/// <summary>
/// What an import reads of tables grows with what it brings, and not with the square of that, which would be hundreds of rows for each. The
/// statements are planned over tables that hold next to nothing when it begins, as in a database that grows.
/// </summary>
public sealed class ImportGrowthTests
{
    private const string RowsRead = "select tup_returned from pg_stat_database where datname = current_database()";

    // A session adds to the statistics what it has read when it ends.
    private const string EndSessions = """
        select bool_and(pg_terminate_backend(pid, 60000))
        from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """;

    public static TheoryData<string, int, int, string[]> Inputs => new()
    {
        { "authorships of people with ids", 20 * 240, 400, [.. WorksOf(240)] },
        { "results of one paper", 2 * 960, 150, [Tables("first", 960), Tables("second", 960)] },
        { "listings of one paper", 2 * 960, 100, [Copies(1, 960), Copies(2, 960)] },
        { "references among papers", 20 * 960, 60, [Citing(480, 1), Citing(480, 0)] },
    };

    /// <param name="name">What is brought.</param>
    /// <param name="count">How much of it.</param>
    /// <param name="limit">The rows that may be read for each: twice as many as are.</param>
    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public async Task A_bounded_number_of_rows_is_read_for_each_that_is_brought(string name, int count, int limit, string[] documents)
    {
        var read = await RowsReadAsync(documents) - await RowsReadAsync([Tables("other", 1), Tables("yet another", 1)]);

        (read / count).ShouldBeLessThan(limit, $"{read} rows for {count} {name}");
    }

    private static async Task<long> RowsReadAsync(string[] documents)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var watcher = ImportDatabase.At(database.ConnectionString);
        var before = long.Parse(await watcher.RowsAsync(RowsRead));
        for (var i = 0; i < documents.Length; i++)
        {
            var result = await new Importer(database.DataSource, TimeProvider.System).ImportAsync(
                [ImportSource.Text($"{i}.json", documents[i])], new ImportOptions(), progress: null, CancellationToken.None);
            result.Problems.ShouldBeEmpty();
        }
        await watcher.RowsAsync(EndSessions);
        return long.Parse(await watcher.RowsAsync(RowsRead)) - before;
    }

    private static IEnumerable<string> WorksOf(int papers)
    {
        for (var half = 0; half < 2; half++)
        {
            var works = Enumerable.Range(half * papers / 2, papers - papers / 2).Select(paper => $$"""
                {"id": "https://openalex.org/W{{paper + 1}}", "title": "Maps of place {{paper}}", "authorships": [{{string.Join(", ",
                    Enumerable.Range(0, 20).Select(author => $$"""
                        {"author": {
                           "id": "https://openalex.org/A{{20 * paper + author + 1}}", "display_name": "Ada Q{{20 * paper + author}}"},
                         "institutions": [
                           {"id": "https://openalex.org/I{{20 * paper + author + 1}}", "display_name": "Place {{20 * paper + author}}"}]}
                        """))}}]}
                """);
            yield return $"[{string.Join(",\n", works)}]";
        }
    }

    private static string Tables(string name, int boards) => $"[{string.Join(",\n", Enumerable.Range(0, boards).Select(board => $$$"""
        {"task": "Walking {{{board}}}", "datasets": [{"dataset": "Steps {{{name}}}", "sota": {"metrics": ["Accuracy"], "rows": [
          {"model_name": "Heron", "paper_title": "One Leg Is Enough", "paper_url": "https://arxiv.org/abs/2101.00007",
           "metrics": {"Accuracy": "{{{board}}}.5"}}]}}]}
        """))}]";

    private static string Copies(int page, int copies)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < copies; i++)
            lines.Append($$"""
                {"paperId": "{{page:x}}", "title": "One Leg Is Enough", "abstract": "We stand on leg {{i}} of {{page}}."}

                """);
        return lines.ToString();
    }

    private static string Citing(int papers, int remainder)
    {
        var works = Enumerable.Range(1, 2 * papers).Where(paper => paper % 2 == remainder).Select(paper => $$"""
            {"id": "https://openalex.org/W{{paper}}", "title": "Maps of place {{paper}}", "authorships": [],
             "referenced_works": [{{string.Join(", ",
                 Enumerable.Range(1, 20).Select(step => $"\"https://openalex.org/W{(paper + step - 1) % (2 * papers) + 1}\""))}}]}
            """);
        return $"[{string.Join(",\n", works)}]";
    }
}
