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
        foreach (var order in new int[][] { [0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 1, 2] })
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var document in order) await ImportAsync(database, document);
            told.Add(await database.TellStatedAsync());

            (await database.RowsAsync(Edges)).ShouldBe("""
                One Leg | https://github.com/Heron-Lab/walking | yes | 2 | 2
                Two Legs | https://github.com/Heron-Lab/walking | - | 2 | 1
                """.ReplaceLineEndings("\n"), string.Join(' ', order));
            (await database.RowsAsync("select key, present_key from repository_addresses where present_key is not null order by key")).ShouldBe("""
                github.com/heron/stride | github.com/heron-lab/walking
                github.com/heron/walk | github.com/heron-lab/walking
                """.ReplaceLineEndings("\n"));

            if (order[0] != 3) continue;
            var before = await database.RowVersionsAsync();
            await ImportAsync(database, order);
            (await database.RowVersionsAsync()).ShouldBe(before);
        }
        told.ShouldAllBe(graph => graph == told[0]);
    }

    [Fact]
    public async Task Papers_are_linked_by_a_repository_as_soon_as_a_rename_alone_has_made_their_two_one()
    {
        const string Links = """
            select p.title, array_length(l.related_ids, 1), (select count(*) from unlinked_papers)
            from papers p left join related_papers l on l.paper_id = p.id
            order by p.title
            """;
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            ImportSource.Text("gate.json", Link("A Gate for Herons", "2101.00011", "https://github.com/heron/gate", "true")),
            ImportSource.Text("hinge.json", Link("Stilts and Puddles", "2101.00012", "https://github.com/heron/hinge", "true")));
        (await database.RowsAsync(Links)).ShouldBe("A Gate for Herons | - | 0\nStilts and Puddles | - | 0");

        await database.ImportAsync(
            ImportSource.Text("rename.json", Rename("https://github.com/heron/gate", "https://github.com/heron/hinge")));

        (await database.RowsAsync(Links)).ShouldBe("A Gate for Herons | 1 | 0\nStilts and Puddles | 1 | 0");
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
    public async Task Addresses_that_were_resolved_by_other_rules_are_resolved_anew_once()
    {
        const string Addresses = "select key, present_key from repository_addresses where present_key is not null order by key";
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0, 1, 3, 4);
        var (told, addresses) = (await database.TellStatedAsync(), await database.RowsAsync(Addresses));
        await database.RowsAsync("""
            update repository_addresses set present_key = 'github.com/heron/stride' where key = 'github.com/heron/walk'
            """);
        await database.RowsAsync("update stage_states set version = '0' where stage = 'RENAMES'");

        await ImportAsync(database, 0);

        (await database.RowsAsync(Addresses)).ShouldBe(addresses);
        (await database.TellStatedAsync()).ShouldBe(told);
        var before = await database.RowVersionsAsync();
        await ImportAsync(database, 0);
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_id_of_a_row_that_was_merged_leads_to_the_one_that_is_left()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0, 1);
        var former = await database.RowsAsync("select id from repositories where key = 'github.com/heron/walk'");

        await ImportAsync(database, 3, 4);

        (await database.RowsAsync("select count(*) from repositories")).ShouldBe("1");
        (await database.RowsAsync("select former_id from repository_addresses where former_id is not null")).ShouldBe(former);
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

    [Fact]
    public async Task What_a_later_observation_takes_back_comes_apart_with_what_each_paper_names_and_the_ids_that_there_were()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0, 1, 2);
        var told = await database.RowsAsync(Edges);
        var ids = await database.RowsAsync("select id, key, url from repositories order by key");

        await database.ImportAsync(Dated(Documents[3], day: 1), Dated(Documents[4], day: 2));
        (await database.RowsAsync("select count(*) from repositories")).ShouldBe("1");
        await database.ImportAsync(Dated(Rename("https://github.com/heron/walk", "https://github.com/heron/walk"), day: 3));

        (await database.RowsAsync(Edges)).ShouldBe(told);
        (await database.RowsAsync("select id, key, url from repositories order by key")).ShouldBe(ids);
        (await database.RowsAsync("select count(*) from evidence where former_key is not null")).ShouldBe("0");

        await database.ImportAsync(Dated(Rename("https://github.com/heron/walk", "https://github.com/heron/run"), day: 4));
        (await database.RowsAsync(Edges)).ShouldBe("""
            One Leg | https://github.com/Heron-Lab/walking | yes | 1 | 1
            One Leg | https://github.com/heron/run | no | 2 | 1
            Two Legs | https://github.com/heron/run | - | 2 | 1
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_took_an_address_that_another_repository_had_before_is_not_that_one(bool latestFirst)
    {
        ImportSource[] documents =
        [
            ImportSource.Text("0.json", Documents[0]),
            ImportSource.Text("2.json", Documents[2]),
            ImportSource.Text("3.json", Link("Three Legs", "2101.00009", "https://github.com/egret/hop", "true")),
            Dated(Rename("https://github.com/heron/walk", "https://github.com/heron/stride"), day: 1),
            Dated(Rename("https://github.com/egret/hop", "https://github.com/heron/walk"), day: 2),
        ];
        if (latestFirst) Array.Reverse(documents);
        await using var database = await ImportDatabase.CreateAsync();
        foreach (var document in documents) await database.ImportAsync(document);

        (await database.RowsAsync(Edges)).ShouldBe("""
            One Leg | https://github.com/heron/walk | no | 3 | 1
            Three Legs | https://github.com/heron/walk | yes | 3 | 1
            Two Legs | https://github.com/heron/walk | - | 3 | 1
            """.ReplaceLineEndings("\n"));
        (await database.RowsAsync("select key, present_key from repository_addresses order by key")).ShouldBe("""
            github.com/egret/hop | github.com/heron/walk
            github.com/heron/stride | -
            github.com/heron/walk | -
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_said_of_renames_in_any_order_and_portions_makes_the_same_graph(int seed)
    {
        const int Papers = 4, Renames = 9;
        var random = new Random(seed);
        string Address() => $"https://github.com/{(random.Next(2) == 0 ? "heron" : "Heron")}/{"abcde"[random.Next(5)]}";
        var documents = new List<ImportSource>();
        for (var i = 0; i < Papers; i++)
            documents.Add(Named($"p{i}.json", Link($"Paper {i}", $"2101.0000{i}", Address(), "true"), day: null));
        documents.Add(ImportSource.Text("text.json", Stated("Paper 0", "2101.00000", Address())));
        for (var i = 0; i < Renames; i++)
        {
            // Blank lines behind it make it another file than one that says the same.
            var rename = Rename(Address(), Address()) + new string('\n', i);
            documents.Add(Named($"r{i}.json", rename, random.Next(5) is > 0 and var day ? day : null));
        }

        var told = new List<string>();
        for (var order = 0; order < 2; order++)
        {
            await using var database = await ImportDatabase.CreateAsync();
            var rest = documents.ToArray();
            if (order > 0) random.Shuffle(rest);
            while (rest.Length > 0)
            {
                var part = order == 0 ? rest.Length : random.Next(1, rest.Length + 1);
                await database.ImportAsync(new ImportOptions { ChunkSize = random.Next(1, 6) }, rest[..part]);
                rest = rest[part..];
            }
            told.Add(await database.TellStatedAsync());
            (await database.RowsAsync("select key from repositories where paper_count = 0")).ShouldBeEmpty();
            told[order].Split('\n').ShouldBe(told[0].Split('\n'), $"in the order {order}");
        }
    }

    private static ImportSource Dated(string text, int day) => Named($"{day}.json", text, day);

    /// <param name="day">When the file was written; null where nobody knows.</param>
    private static ImportSource Named(string name, string text, int? day) =>
        new(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))
        {
            WrittenAt = day is { } known ? new DateTimeOffset(2026, 1, known, 0, 0, 0, TimeSpan.Zero) : null,
        };

    private static Task<ImportResult> ImportAsync(ImportDatabase database, params int[] documents) => database.ImportAsync(
        [.. documents.Select(document => ImportSource.Text($"{document}.json", Documents[document]))]);

    private static string Link(string title, string arxivId, string url, string isOfficial) => $$"""
        [{"paper_url": "https://paperswithcode.com/paper/x", "paper_title": "{{title}}", "paper_arxiv_id": "{{arxivId}}",
          "repo_url": "{{url}}", "is_official": {{isOfficial}}}]
        """;

    /// <summary>A paper whose abstract names a repository.</summary>
    private static string Stated(string title, string arxivId, string url) => $$"""
        [{
          "paper": {
            "id": "{{arxivId}}",
            "title": "{{title}}",
            "summary": "Herons walk on. The code is at {{url}} for all to read.",
            "authors": [{"name": "Ada Green"}],
            "publishedAt": "2021-01-01T00:00:00.000Z"
          }
        }]
        """;

    private static string Rename(string former, string present) => $$"""[{"repository": "{{former}}", "renamed_to": "{{present}}"}]""";
}
