using System.Text.Json.Nodes;

namespace PaperGraph.Ingest.Tests;

/// <summary>Who the authors are of whom sources say more than a name.</summary>
public sealed class AuthorsTests
{
    private const string Authors = """
        select a.key, a.name, a.paper_count from authors a order by a.key collate "C"
        """;

    [Fact]
    public async Task Ids_that_stand_at_one_place_are_one_person_and_names_alone_another()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(
            OpenAlex("1", ("W1", "Of Maps", [("Łucja Øster", "A1", "0000-0001-0000-0001"), ("John Smith", "A2", null)])),
            OpenAlex("2", ("W2", "Of Threads", [("L. Oster", "A1", null)])),
            SemanticScholar("3", ("s1", "Of maps", [("Lucja Oster", "11"), ("J. Smith", "12")])),
            SemanticScholar("4", ("s2", "Of Knots", [("John Smith", "12")])),
            BibTeX("5", "Of Ropes", "John Smith"));

        (await database.RowsAsync(Authors)).ShouldBe("""
            name:john smith | John Smith | 1
            openalex:A2 | John Smith | 2
            orcid:0000-0001-0000-0001 | Łucja Øster | 2
            """);
        (await database.RowsAsync("""
            select distinct position, open_alex_id, semantic_scholar_id from authorships where orcid is null order by 1, 2
            """)).ShouldBe("1 | A1 | -\n1 | - | 12\n1 | - | -\n2 | A2 | 12");
    }

    [Fact]
    public async Task An_id_that_is_given_to_two_people_is_nobodys_and_one_person_may_sign_twice()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(
            OpenAlex("1", ("W1", "Of Maps", [("Ada Green", "A1", "0000-0001-0000-0001"), ("Ben Moss", "A2", "0000-0001-0000-0001")])),
            OpenAlex("2", ("W2", "Of Threads", [("Cleo Fern", "A3", null), ("Cleo Fern", "A3", null)])));

        (await database.RowsAsync(Authors)).ShouldBe("""
            openalex:A1 | Ada Green | 1
            openalex:A2 | Ben Moss | 1
            openalex:A3 | Cleo Fern | 1
            """);
    }

    [Fact]
    public async Task An_id_that_a_source_gives_to_several_people_joins_none_whom_a_surer_one_tells_apart()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(
            OpenAlex(
                "1",
                ("W1", "Of Maps", [("Wei Wang", "A1", null)]),
                ("W2", "Of Threads", [("Wei Wang", "A2", null)]),
                ("W3", "Of Knots", [("Wei Wang", "A2", null)])),
            SemanticScholar(
                "2",
                ("s1", "Of Maps", [("Wei Wang", "11")]),
                ("s2", "Of Threads", [("W. Wang", "11")]),
                ("s3", "Of Knots", [("Wei Wang", "11")]),
                ("s4", "Of Ropes", [("Wei Wang", "11")])));

        (await database.RowsAsync(Authors)).ShouldBe("openalex:A1 | Wei Wang | 1\nopenalex:A2 | Wei Wang | 3");
    }

    [Fact]
    public async Task Whom_a_later_reading_no_longer_knows_by_an_id_is_told_by_the_name_again()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var works = ("W2", "Of Threads", new[] { ("J. Smith", (string?)"A1", (string?)null) });
        await database.ImportAsync(OpenAlex("1", ("W1", "Of Maps", [("John Smith", "A1", "0000-0001-0000-0001")]), works));
        (await database.RowsAsync(Authors)).ShouldBe("orcid:0000-0001-0000-0001 | John Smith | 2");

        await using (var command = database.DataSource.CreateCommand("""
            update listings set details = null where open_alex_id = 'W1';
            update pages set reading = null
            """))
        {
            await command.ExecuteNonQueryAsync();
        }
        await database.ImportAsync(BibTeX("2", "Of Maps", "John Smith"));

        (await database.RowsAsync(Authors)).ShouldBe("name:john smith | John Smith | 1\nopenalex:A1 | J. Smith | 1");
    }

    [Fact]
    public async Task Former_ids_and_slugs_lead_to_who_an_author_turned_out_to_be_and_come_back_with_the_author()
    {
        const string Former = """
            select f.id, f.slug, f.key, a.key from former_authors f join authors a on a.id = f.author_id order by f.key collate "C"
            """;
        const string Known = "select id, slug, key from authors order by key collate \"C\"";
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(BibTeX("1", "Of Maps", "John Smith"), BibTeX("2", "Of Ropes", "John Smith"));
        var byName = await database.RowsAsync(Known);
        byName.ShouldEndWith(" | john-smith | name:john smith");

        // One of two papers tells who it is: the name alone is still somebody's.
        await database.ImportAsync(OpenAlex("1", ("W1", "Of Maps", [("John Smith", "A1", null)])));
        (await database.RowsAsync(Former)).ShouldBe("");

        await database.ImportAsync(OpenAlex("2", ("W2", "Of Ropes", [("John Smith", "A1", null)])));
        (await database.RowsAsync(Former)).ShouldBe($"{byName} | openalex:A1");

        // What led there leads on, and a new author of the name takes no slug that leads elsewhere.
        await database.ImportAsync(
            OpenAlex("3", ("W1", "Of Maps", [("John Smith", "A1", "0000-0001-0000-0001")])),
            OpenAlex("4", ("W4", "Of Felt", [("John Smith", "A7", null)])));
        var told = (await database.RowsAsync(Former)).Split('\n');
        told.ShouldAllBe(row => row.EndsWith(" | orcid:0000-0001-0000-0001"));
        told.Length.ShouldBe(2);
        (await database.RowsAsync("select count(*) from authors where slug in (select slug from former_authors)")).ShouldBe("0");

        // The name alone is somebody's again, under the address of before.
        await database.ImportAsync(BibTeX("5", "Of Wool", "John Smith"));
        (await database.RowsAsync(Known)).Split('\n').ShouldContain(byName);
        (await database.RowsAsync("select count(*) from former_authors where key = 'name:john smith'")).ShouldBe("0");
    }

    [Fact]
    public async Task Whose_id_a_source_takes_back_leads_to_who_stands_there_now()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(OpenAlex("1", ("W1", "Of Maps", [("John Smith", null, "0000-0001-0000-0001")])));
        await database.RowsAsync("update listings set details = null where open_alex_id = 'W1'; update pages set reading = null");

        await database.ImportAsync(BibTeX("2", "Of Maps", "John Smith"));

        (await database.RowsAsync("select f.key, a.key from former_authors f join authors a on a.id = f.author_id"))
            .ShouldBe("orcid:0000-0001-0000-0001 | name:john smith");
    }

    [Fact]
    public async Task Authors_are_the_same_in_random_orders()
    {
        ImportSource[] documents =
        [
            BibTeX("1", "Of Maps", "John Smith"),
            BibTeX("2", "Of Ropes", "John Smith"),
            OpenAlex("3", ("W1", "Of Maps", [("John Smith", "A1", null)])),
            OpenAlex("4", ("W2", "Of Ropes", [("J. Smith", "A1", "0000-0001-0000-0001")])),
            SemanticScholar("5", ("s1", "Of Maps", [("John Smith", "12")])),
            SemanticScholar("6", ("s4", "Of Knots", [("John Smith", "12")])),
        ];
        await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(documents.Length),
            (database, order) => database.ImportAsync([.. order.Select(document => documents[document])]),
            database => database.TellStatedAsync());
    }

    /// <summary>Few ids and names, so that each stands beside several others, on most papers beside the same one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Made_authors_are_the_same_in_random_orders(int seed)
    {
        var random = new Random(seed);
        string[] names = ["Ada Green", "Ben Brook", "Cleo Hill"];
        var documents = new List<ImportSource>();
        for (var paper = 0; paper < 10; paper++)
        {
            string? Id(int author, string prefix) => random.Next(6) switch
            {
                0 => null,
                1 => prefix + random.Next(1, 4),
                _ => prefix + (author + 1),
            };
            var title = $"Of Maps and Places {paper}";
            var works = names.Select((name, author) =>
                (name, Id(author, "A"), random.Next(2) == 0 ? null : Id(author, "0000-0001-0000-000"))).ToArray();
            var papers = names.Select((name, author) => (name, Id(author, "1"))).ToArray();
            if (random.Next(4) > 0) documents.Add(OpenAlex($"{paper}", ($"W{paper + 1}", title, works)));
            if (random.Next(3) > 0) documents.Add(SemanticScholar($"{paper}", ($"s{paper}", title, papers)));
        }
        await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(documents.Count),
            (database, order) => database.ImportAsync([.. order.Select(document => documents[document])]),
            database => database.TellStatedAsync());
    }

    [Fact]
    public async Task Papers_whose_authors_nobody_knows_by_ids_take_no_statement_more()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);

        await database.ImportAsync(BibTeX("1", "Of Maps", "John Smith"));

        log.Take().ShouldNotContain(statement => statement.Contains("identified_authorships", StringComparison.Ordinal)
            || statement.Contains("former_author_ids", StringComparison.Ordinal)
            || statement.Contains("superseded_authors", StringComparison.Ordinal)
            || statement.Contains("stated_affiliations", StringComparison.Ordinal)
            || statement.Contains("incoming_institutions", StringComparison.Ordinal));
    }

    private static ImportSource OpenAlex(
        string name, params (string Id, string Title, (string Name, string? Id, string? Orcid)[] Authors)[] works) =>
        ImportSource.Text($"openalex-{name}.json", string.Join('\n', works.Select(work => new JsonObject
        {
            ["id"] = $"https://openalex.org/{work.Id}",
            ["title"] = work.Title,
            ["authorships"] = new JsonArray([.. work.Authors.Select(author => new JsonObject
            {
                ["author"] = new JsonObject
                {
                    ["id"] = author.Id is null ? null : $"https://openalex.org/{author.Id}",
                    ["display_name"] = author.Name,
                    ["orcid"] = author.Orcid is null ? null : $"https://orcid.org/{author.Orcid}",
                },
            })]),
        }.ToJsonString())));

    private static ImportSource SemanticScholar(
        string name, params (string Id, string Title, (string Name, string? Id)[] Authors)[] papers) =>
        ImportSource.Text($"s2-{name}.json", new JsonArray([.. papers.Select(paper => new JsonObject
        {
            ["paperId"] = paper.Id,
            ["title"] = paper.Title,
            ["authors"] = new JsonArray([.. paper.Authors.Select(author =>
                new JsonObject { ["authorId"] = author.Id, ["name"] = author.Name })]),
        })]).ToJsonString());

    private static ImportSource BibTeX(string name, string title, string authors) =>
        ImportSource.Text($"{name}.bib", $"@article{{one, title = {{{title}}}, author = {{{authors}}}, year = {{2024}}}}");
}
