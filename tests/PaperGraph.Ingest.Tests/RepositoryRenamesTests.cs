namespace PaperGraph.Ingest.Tests;

/// <summary>Repositories that were renamed stay one, whichever is told first.</summary>
public sealed class RepositoryRenamesTests
{
    private const string Edges = """
        select p.title, r.url, e.is_official, r.paper_count,
            (select count(*) from evidence v where v.paper_id = p.id and v.repository_id = r.id)
        from paper_repositories e join papers p on p.id = e.paper_id join repositories r on r.id = e.repository_id
        order by p.title, r.url
        """;

    private static readonly string[] Documents =
    [
        Link("One Leg", "2101.00007", "https://github.com/heron/walk", "false"),
        Link("One Leg", "2101.00007", "https://github.com/Heron-Lab/walking", "true"),
        Link("Two Legs", "2101.00008", "https://github.com/heron/walk", "null"),
        Rename("https://github.com/heron/walk", "https://github.com/heron/stride"),
        Rename("https://github.com/heron/stride", "https://github.com/Heron-Lab/walking"),
    ];

    [Fact]
    public async Task What_is_named_by_a_former_address_is_one_with_what_it_is_called_now()
    {
        var told = new List<string>();
        foreach (var order in new int[][] { [0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 1, 2], [0, 4, 2, 3, 1], [1, 3, 0, 2, 4] })
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var document in order) await ImportAsync(database, document);
            told.Add(await database.TellStatedAsync());

            (await database.RowsAsync(Edges)).ShouldBe("""
                One Leg | https://github.com/Heron-Lab/walking | yes | 2 | 2
                Two Legs | https://github.com/Heron-Lab/walking | - | 2 | 1
                """.ReplaceLineEndings("\n"), string.Join(' ', order));
            (await database.RowsAsync("select key, present_key from repository_renames order by key")).ShouldBe("""
                github.com/heron/stride | github.com/heron-lab/walking
                github.com/heron/walk | github.com/heron-lab/walking
                """.ReplaceLineEndings("\n"));

            var before = await database.RowVersionsAsync();
            await ImportAsync(database, order);
            (await database.RowVersionsAsync()).ShouldBe(before);
        }
        told.ShouldAllBe(graph => graph == told[0]);
    }

    [Fact]
    public async Task Renames_that_go_round_in_a_circle_lead_nowhere()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0);

        await database.ImportAsync(
            ImportSource.Text("a.json", Rename("github.com/heron/walk", "github.com/a/a")),
            ImportSource.Text("b.json", Rename("github.com/a/a", "github.com/heron/walk")),
            ImportSource.Text("c.json", Rename("github.com/b/b", "github.com/b/B")));

        (await database.RowsAsync("select count(*) from repositories")).ShouldBe("1");
        (await database.RowsAsync("select title from papers join paper_repositories on paper_id = id")).ShouldBe("One Leg");
    }

    [Fact]
    public async Task The_id_of_a_row_that_was_merged_leads_to_the_one_that_is_left()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0, 1);
        var former = await database.RowsAsync("select id from repositories where key = 'github.com/heron/walk'");

        await ImportAsync(database, 3, 4);

        (await database.RowsAsync("select count(*) from repositories")).ShouldBe("1");
        (await database.RowsAsync("select former_id from repository_renames where former_id is not null")).ShouldBe(former);
    }

    [Fact]
    public async Task A_rename_stays_when_nothing_tells_it_any_more()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0, 3, 4);
        await database.RowsAsync("delete from pages where source = 'repository-renames'");

        await ImportAsync(database, 2);

        (await database.RowsAsync(Edges)).ShouldBe("""
            One Leg | https://github.com/Heron-Lab/walking | no | 2 | 1
            Two Legs | https://github.com/Heron-Lab/walking | - | 2 | 1
            """.ReplaceLineEndings("\n"));
    }

    private static Task<ImportResult> ImportAsync(ImportDatabase database, params int[] documents) => database.ImportAsync(
        [.. documents.Select(document => ImportSource.Text($"{document}.json", Documents[document]))]);

    private static string Link(string title, string arxivId, string url, string isOfficial) => $$"""
        [{"paper_url": "https://paperswithcode.com/paper/x", "paper_title": "{{title}}", "paper_arxiv_id": "{{arxivId}}",
          "repo_url": "{{url}}", "is_official": {{isOfficial}}}]
        """;

    private static string Rename(string former, string present) => $$"""[{"repository": "{{former}}", "renamed_to": "{{present}}"}]""";
}
