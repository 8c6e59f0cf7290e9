using System.Text.Json.Nodes;

namespace PaperGraph.Ingest.Tests;

/// <summary>Where authors belonged, and what organizations that makes.</summary>
public sealed class AffiliationsTests
{
    private const string Affiliations = """
        select p.title, f.position, f.number, f.name, f.source, o.slug
        from affiliations f join papers p on p.id = f.paper_id join organizations o on o.id = f.organization_id
        order by 1, 2, 3
        """;

    private const string Organizations = """
        select o.slug, o.name, o.ror, o.country_code, parent.slug, o.paper_count
        from organizations o left join organizations parent on parent.id = o.parent_id
        order by 1
        """;

    private static readonly ImportSource[] Documents =
    [
        Work("W1", "Of Maps", ("Ada Green", [("I1", "College of Looms", "01aa", "I1 I2 I3"), ("I9", "Society of Weavers", null, "")])),
        Work("W2", "Of Threads", ("Ben Moss", [("I2", "University of Cloth", "02bb", "I2 I3")])),
        Work("W3", "Of Knots", ("Ada Green", [("I3", "University System of Cloth", "03cc", "")]), ("Cleo Fern", [])),
        Work("W4", "Of Ropes", ("Ada Green", [("I8", "Society of Weavers", null, "I8 I7")])),
        ImportSource.Text("s2.json", """
            [{"paperId": "s1", "title": "Of Knots", "authors": [
              {"authorId": "1", "name": "A. Green", "affiliations": ["Elsewhere"]},
              {"authorId": "2", "name": "Cleo Fern", "affiliations": ["Society of Weavers"]}]}]
            """),
    ];

    [Fact]
    public async Task They_are_what_the_best_source_says_and_organizations_have_ids_and_parents()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Documents);

        (await database.RowsAsync(Affiliations)).ShouldBe("""
            Of Knots | 1 | 1 | University System of Cloth | openalex | university-system-of-cloth-03cc
            Of Knots | 2 | 1 | Society of Weavers | semantic-scholar | society-of-weavers-876ebae66902
            Of Maps | 1 | 1 | College of Looms | openalex | college-of-looms-01aa
            Of Maps | 1 | 2 | Society of Weavers | openalex | society-of-weavers-i9
            Of Ropes | 1 | 1 | Society of Weavers | openalex | society-of-weavers-i8
            Of Threads | 1 | 1 | University of Cloth | openalex | university-of-cloth-02bb
            """);
        (await database.RowsAsync(Organizations)).ShouldBe("""
            college-of-looms-01aa | College of Looms | 01aa | DE | university-of-cloth-02bb | 1
            elsewhere-1f745339f0d7 | Elsewhere | - | - | - | 1
            society-of-weavers-876ebae66902 | Society of Weavers | - | - | - | 1
            society-of-weavers-i8 | Society of Weavers | - | DE | - | 1
            society-of-weavers-i9 | Society of Weavers | - | DE | - | 1
            university-of-cloth-02bb | University of Cloth | 02bb | DE | university-system-of-cloth-03cc | 1
            university-system-of-cloth-03cc | University System of Cloth | 03cc | DE | - | 1
            """);
        (await database.RowsAsync("select quote, role, source from evidence where quote = 'Elsewhere'"))
            .ShouldBe("Elsewhere | AFFILIATED | semantic-scholar");
    }

    private static readonly ImportSource[] Records =
    [
        ImportSource.Text("looms.json", """
            {"id": "https://openalex.org/I1", "ror": "https://ror.org/01aa", "display_name": "College of Looms", "country_code": "DE",
             "display_name_acronyms": ["CoL"], "display_name_alternatives": ["Aardvark Webschule"],
             "lineage": ["https://openalex.org/I1"],
             "associated_institutions": [
               {"id": "https://openalex.org/I4", "display_name": "Guild of Looms", "country_code": "DE", "relationship": "parent"},
               {"id": "https://openalex.org/I5", "display_name": "Museum of Looms", "relationship": "related"}]}
            """),
        ImportSource.Text("page.json", """
            {"meta": {"count": 2}, "results": [
              {"id": "https://openalex.org/I4", "display_name": "Guild of Looms", "display_name_acronyms": ["GoL"],
               "lineage": ["https://openalex.org/I4", "https://openalex.org/I3"]},
              {"id": "https://openalex.org/I3", "ror": "https://ror.org/03cc", "display_name": "University System of Cloth",
               "lineage": ["https://openalex.org/I3"]}]}
            """),
        Documents[0],
        Work("W5", "Of Felt", ("Ada Green", [("I1", "College of Looms", "01aa", "I1")])),
    ];

    [Fact]
    public async Task Records_of_institutions_tell_other_names_and_parents_whether_papers_come_before_or_behind()
    {
        await using var database = await ImportDatabase.CreateAsync();

        (await database.ImportAsync(Records[0], Records[1])).Counts.RecordsAdded.ShouldBe(3);

        (await database.RowsAsync(Organizations)).ShouldBe("""
            college-of-looms-01aa | College of Looms | 01aa | DE | guild-of-looms-i4 | 0
            guild-of-looms-i4 | Guild of Looms | - | DE | university-system-of-cloth-03cc | 0
            university-system-of-cloth-03cc | University System of Cloth | 03cc | - | - | 0
            """);
        (await database.RowsAsync("""
            select n.name, n.source
            from organization_names n join organizations o on o.id = n.organization_id
            where o.slug = 'college-of-looms-01aa'
            order by 1
            """)).ShouldBe("Aardvark Webschule | other-names\nCoL | other-names\nCollege of Looms | openalex");

        await database.ImportAsync(Records[2]);
        (await database.RowsAsync("""
            select o.name, o.paper_count, x.name
            from affiliations f join organizations o on o.id = f.organization_id left join organizations x on x.id = o.parent_id
            where f.name = 'College of Looms'
            """)).ShouldBe("College of Looms | 1 | Guild of Looms");
    }

    [Fact]
    public async Task Records_and_papers_make_the_same_in_random_orders()
    {
        var told = await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(Records.Length),
            (database, order) => database.ImportAsync([.. order.Select(document => Records[document])]),
            database => database.TellStatedAsync());
        told.ShouldContain("Aardvark Webschule");
    }

    [Fact]
    public async Task A_name_of_an_institution_that_is_too_long_is_a_problem_and_the_rest_is_kept()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var name = new string('x', 700);

        var result = await database.ImportAsync(ImportSource.Text("long.jsonl", $$"""
            {"id": "https://openalex.org/I1", "display_name": "Loom", "display_name_acronyms": ["{{name}}", "L"], "associated_institutions": []}
            {"id": "https://openalex.org/I2", "display_name": "{{name}}", "associated_institutions": []}
            """));

        (result.Counts.Problems, result.Counts.RecordsAdded, result.Counts.RecordsUnreadable).ShouldBe((2, 1, 1));
        (await database.RowsAsync("select name from organization_names order by 1")).ShouldBe("L\nLoom");
    }

    [Fact]
    public async Task They_are_the_same_in_whatever_order_they_are_read_and_reading_them_again_changes_nothing()
    {
        await ArrivalOrders.TellAsync(
            [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]],
            (database, order) => database.ImportAsync([.. order.Select(document => Documents[document])]),
            database => database.TellStatedAsync());
    }

    [Fact]
    public async Task An_institution_that_is_known_by_its_name_is_the_organization_that_is_known()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Work("W1", "Of Maps", ("Ada Green", [("I4", "Alibaba Group", "00k642b80", "")])));

        (await database.RowsAsync(Organizations)).ShouldBe("alibaba | Alibaba | 00k642b80 | DE | - | 1");
    }

    [Fact]
    public async Task What_a_later_reading_no_longer_says_is_gone()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Documents[0]);
        await using (var command = database.DataSource.CreateCommand("""
            update listings set details = null where open_alex_id = 'W1';
            update pages set reading = null
            """))
        {
            await command.ExecuteNonQueryAsync();
        }

        await database.ImportAsync(
            ImportSource.Text("2.bib", "@article{one, title = {Of Maps}, author = {Ada Green}, year = {2024}}"));

        (await database.RowsAsync("select count(*) from affiliations")).ShouldBe("0");
    }

    private static ImportSource Work(
        string id,
        string title,
        params (string Name, (string Id, string Name, string? Ror, string Lineage)[] Institutions)[] authors) =>
        ImportSource.Text($"{id}.json", new JsonObject
        {
            ["id"] = $"https://openalex.org/{id}",
            ["title"] = title,
            ["authorships"] = new JsonArray([.. authors.Select(author => new JsonObject
            {
                ["author"] = new JsonObject { ["display_name"] = author.Name },
                ["institutions"] = new JsonArray([.. author.Institutions.Select(institution => new JsonObject
                {
                    ["id"] = $"https://openalex.org/{institution.Id}",
                    ["display_name"] = institution.Name,
                    ["ror"] = institution.Ror is null ? null : $"https://ror.org/{institution.Ror}",
                    ["country_code"] = "DE",
                    ["lineage"] = new JsonArray([.. institution.Lineage.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(ancestor => JsonValue.Create($"https://openalex.org/{ancestor}"))]),
                })]),
            })]),
        }.ToJsonString());
}
