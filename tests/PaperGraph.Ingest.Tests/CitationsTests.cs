using System.Text.Json;

namespace PaperGraph.Ingest.Tests;

/// <summary>Citations between papers that come in any order, and of works that do not come at all.</summary>
public sealed class CitationsTests
{
    private const string Counts = """
        select (select count(*) from citations), count(*) filter (where end_paper_id is null), count(*) from citation_ends
        """;

    private static readonly string[] Documents =
    [
        Works(("W1", "Weaving Maps from Loose Threads", null, "W2 W3 W4"), ("W5", "A Paper That Nobody Cites", null, "")),
        Works(("W2", "Threads and How They Hold", "10.1000/hold", "W3 W1")),
        Works(("W3", "Knots That Open by Themselves", "10.1000/knots", "")),
        """
        [{"paperId": "aa", "externalIds": {"DOI": "10.1000/KNOTS"}, "title": "Knots that open by themselves", "citationCount": 3,
          "references": [
            {"paperId": "bb", "title": "Of Ropes and the Sea at Night"}, {"paperId": null, "title": "n.d."}, {"paperId": null}],
          "citations": [{"paperId": "cc", "title": "Threads and how they hold"}, {"paperId": "dd", "title": "A paper that nobody cites"}]}]
        """,
        """[{"paperId": "ee", "externalIds": {"DOI": "10.1000/hold"}, "title": "Threads and how they hold", "references": []}]""",
    ];

    [Fact]
    public async Task An_end_that_nobody_knows_becomes_known_when_its_paper_comes()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await ImportAsync(database, 0);
        (await database.RowsAsync(Counts)).ShouldBe("0 | 3 | 3");
        await ImportAsync(database, 1);
        (await database.RowsAsync(Counts)).ShouldBe("2 | 3 | 5", "W1 and W2 cite each other; W3, twice, and W4 are not there");
        await ImportAsync(database, 2);
        (await database.RowsAsync(Counts)).ShouldBe("4 | 1 | 5");
        (await database.RowsAsync("select open_alex_id, source from citation_ends where end_paper_id is null")).ShouldBe("W4 | openalex");

        await ImportAsync(database, 3);
        (await database.RowsAsync(Counts)).ShouldBe("5 | 3 | 9", "it cites two works; of the two that cite it one was known");
        (await database.RowsAsync("""
            select citing.title from citations c join papers citing on citing.id = c.paper_id join papers p on p.id = c.cited_paper_id
            where p.doi = '10.1000/knots'
            order by citing.title
            """)).ShouldBe("A Paper That Nobody Cites\nThreads and How They Hold\nWeaving Maps from Loose Threads");
    }

    [Fact]
    public async Task An_end_leads_to_the_one_paper_that_has_its_id_in_a_catalogue()
    {
        static ImportSource Work(string id) => ImportSource.Text($"{id}.json", $$"""
            {"id": "https://openalex.org/{{id}}", "title": "Steps of {{id}}", "ids": {"mag": "2741809807"}, "authorships": []}
            """);
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("citing.json", """
            {"paperId": "aa", "title": "Knots that open by themselves", "references": [
              {"paperId": null, "title": "Of Ropes and the Sea at Night", "externalIds": {"MAG": "2741809807"}},
              {"paperId": null, "title": "Of Sails and the Moon at Noon", "externalIds": {"MAG": "2741809807"}}]}
            """));

        await database.ImportAsync(Work("W1"));
        (await database.RowsAsync(Counts)).ShouldBe("1 | 0 | 2");
        await database.ImportAsync(Work("W2"));
        (await database.RowsAsync(Counts)).ShouldBe("0 | 2 | 2", "an id that two papers have leads to neither");
    }

    [Fact]
    public async Task What_cites_what_is_the_same_in_whatever_order_it_is_read_and_reading_it_again_changes_nothing()
    {
        var told = await ArrivalOrders.TellAsync(
            [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 2, 1], [2, 4, 1, 0, 3]], ImportAsync, database => database.TellStatedAsync());
        told.ShouldContain("Weaving Maps from Loose Threads | Knots That Open by Themselves");
    }

    [Fact]
    public async Task What_a_source_says_later_is_what_it_says_in_whatever_order_it_is_read()
    {
        string Work(string day, string title, string references) => $$"""
            {"id": "https://openalex.org/W1", "title": "{{title}}", "doi": "https://doi.org/10.1000/maps", "updated_date": "{{day}}",
             "authorships": [], "referenced_works": [{{references}}]}
            """;
        var early = ImportSource.Text("early.json", Work("2024-05-01T07:00:00", "Maps of Yarn", "\"https://openalex.org/W2\", \"W3\""));
        var late = ImportSource.Text("late.json", Work("2024-06-01", "A Map of Yarn", "\"W3\", \"W4\""));
        var silent = ImportSource.Text("silent.json", Work("2024-07-01", "A Map of Yarn", ""));
        ImportSource[] documents = [early, late, silent];
        foreach (var order in new int[][] { [0, 1, 2], [2, 1, 0], [1, 0, 2] })
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var document in order) await database.ImportAsync(documents[document]);

            (await database.RowsAsync("select title from papers")).ShouldBe("A Map of Yarn");
            (await database.RowsAsync("select open_alex_id from citation_ends order by position")).ShouldBe("W3\nW4");
            (await database.RowsAsync("select observed_at, observed_at_stated from listings order by 1")).ShouldBe(
                "2024-05-01 | yes\n2024-06-01 | yes\n2024-07-01 | yes");
        }
    }

    [Fact]
    public async Task What_a_later_reading_of_a_page_no_longer_finds_is_cited_no_longer()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 1, 2);
        (await database.RowsAsync("select count(*) from citations")).ShouldBe("1");

        await using (var command = database.DataSource.CreateCommand("""
            update listings set details = details - 'references' where open_alex_id = 'W2';
            update pages set reading = null
            """))
        {
            await command.ExecuteNonQueryAsync();
        }
        await ImportAsync(database, 4);

        (await database.RowsAsync("select count(*) from citations")).ShouldBe("0");
        (await database.RowsAsync("select count(*) from citation_ends")).ShouldBe("0");
    }

    private static Task<ImportResult> ImportAsync(ImportDatabase database, params int[] documents) =>
        database.ImportAsync([.. documents.Select(i => ImportSource.Text($"{i}.json", Documents[i]))]);

    private static string Works(params (string Id, string Title, string? Doi, string References)[] works) => string.Join(
        '\n',
        works.Select(work => JsonSerializer.Serialize(new
        {
            id = $"https://openalex.org/{work.Id}",
            title = work.Title,
            doi = work.Doi is null ? null : $"https://doi.org/{work.Doi}",
            authorships = Array.Empty<object>(),
            referenced_works = work.References.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => $"https://openalex.org/{id}"),
        })));
}
