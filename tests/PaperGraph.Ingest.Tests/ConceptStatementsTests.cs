namespace PaperGraph.Ingest.Tests;

/// <summary>What lists of methods and datasets state, and the topics that they file methods under.</summary>
public sealed class ConceptStatementsTests
{
    private const string Filed = """
        select s.kind, s.name, s.keys, area.name, t.name, t.slug
        from concept_statements s
        left join concept_statement_topics e on e.concept_statement_id = s.id
        left join topics t on t.id = e.topic_id
        left join topics area on area.id = t.parent_id
        order by s.name, t.slug
        """;

    private static readonly string[] Documents =
    [
        """
        [{"name": "HOP", "full_name": "High-Order Pacing", "description": "One foot.", "paper": {"title": "Sideways", "url": "x"},
          "source_url": "https://arxiv.org/abs/2103.00009v2", "introduced_year": 2021,
          "collections": [{"collection": "Gaits", "area_id": "robots", "area": "Robots"},
                          {"collection": "slow methods", "area": "General"}]},
         {"name": "LIE", "full_name": "LIE", "collections": [{"collection": "gaits", "area": "robots"}]}]
        """,
        """
        [{"name": "Steps", "full_name": null, "modalities": ["Video"], "variants": ["Steps", "Steps-10"]},
         {"name": "Hop", "full_name": "High-order pacing", "collections": [{"collection": "Slow Methods", "area": "General"}]}]
        """,
        """[{"id": "2103.00009", "title": "Sideways", "summary": "High-order pacing (HOP) walks. HOP is slow.", "authors": []}]""",
    ];

    [Fact]
    public async Task Methods_and_datasets_are_kept_under_their_names_and_filed_under_topics_of_their_own()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await ImportAsync(database, 0, 1);

        result.Counts.Records.ShouldBe(4);
        result.Counts.RecordsAdded.ShouldBe(4);
        (await database.RowsAsync(Filed)).ShouldBe("""
            METHOD | HOP | hop, highorderpacing | General | Slow Methods | papers-with-code-general--slow-methods
            METHOD | HOP | hop, highorderpacing | Robots | Gaits | papers-with-code-robots--gaits
            METHOD | Hop | hop, highorderpacing | General | Slow Methods | papers-with-code-general--slow-methods
            METHOD | LIE | lie | Robots | Gaits | papers-with-code-robots--gaits
            DATASET | Steps | step, step10 | - | - | -
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task They_are_the_same_in_whatever_order_they_are_read_and_reading_them_again_changes_nothing()
    {
        var told = await ArrivalOrders.TellAsync(
            [[0, 1, 2], [2, 1, 0], [1, 2, 0]], ImportAsync, database => database.TellAsync());
        told.ShouldContain("HOP");
    }

    [Fact]
    public async Task A_topic_goes_with_the_last_method_that_a_later_reading_finds_there()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await ImportAsync(database, 0);
        await database.RowsAsync("""
            insert into concept_statements (page_id, rank, kind, name, keys, other_names, paper_keys)
            select page_id, 7, kind, 'Old', '{old}', '{}', '{}' from concept_statements limit 1
            """);
        await database.RowsAsync("""
            with filed as (
                insert into topics (slug, name, parent_id, position, taxonomy)
                select 'papers-with-code-robots--old', 'Old', id, 1, 'papers-with-code'
                from topics where slug = 'papers-with-code-robots'
                returning id)
            insert into concept_statement_topics select s.id, filed.id from concept_statements s, filed where s.rank = 7
            """);
        await database.RowsAsync("update pages set reading = null");

        await ImportAsync(database, 0);

        (await database.RowsAsync("select name from concept_statements order by rank")).ShouldBe("HOP\nLIE");
        (await database.RowsAsync("select slug from topics where slug like '%old'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_that_are_too_long_are_problems()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var name = new string('x', 700);

        var result = await database.ImportAsync(ImportSource.Text("long.json", $$"""
            [{"name": "{{name}}", "full_name": "x", "collections": []},
             {"name": "Short", "full_name": "{{name}}", "collections": [{"collection": "{{name}}", "area": "Robots"}]}]
            """));

        result.Counts.Problems.ShouldBe(3);
        result.Counts.RecordsUnreadable.ShouldBe(1);
        (await database.RowsAsync("select name, full_name from concept_statements")).ShouldBe("Short | -");
    }

    private static Task<ImportResult> ImportAsync(ImportDatabase database, params int[] documents) => database.ImportAsync(
        [.. documents.Select(document => ImportSource.Text($"{document}.json", Documents[document]))]);
}
