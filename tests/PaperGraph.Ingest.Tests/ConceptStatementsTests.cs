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

    private const string Concepts = """
        select c.slug, c.kind, c.paper_count,
            (select string_agg(concat_ws(' ', n.name, n.mention_count, n.origin), ', ' order by n.name collate "C")
            from concept_names n where n.concept_id = c.id)
        from concepts c
        order by c.slug
        """;

    [Fact]
    public async Task What_is_stated_is_a_concept_of_all_its_names_though_no_paper_names_it()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await ImportAsync(database, 0, 1);

        (await database.RowsAsync(Concepts)).ShouldBe("""
            hop | METHOD | 0 | HOP 0 STATED, High-Order Pacing 0 STATED, High-order pacing 0 STATED, Hop 0 STATED
            lie | METHOD | 0 | LIE 0 STATED
            steps | DATASET | 0 | Steps 0 STATED, Steps-10 0 STATED
            """.ReplaceLineEndings("\n"));
        (await database.RowsAsync("select distinct name from search_names where name like 'Steps%' order by 1")).ShouldBe("Steps\nSteps-10");
    }

    /// <summary>What papers write of a thing under names that nothing but a statement tells to be its.</summary>
    private static readonly string[] Stated =
    [
        """[{"id": "2103.00001", "title": "First", "summary": "We study widget folding. Widget folding is slow.", "authors": []}]""",
        """[{"id": "2103.00002", "title": "Second", "summary": "They need widget folding.", "authors": []}]""",
        """[{"id": "2103.00003", "title": "Third", "summary": "We study paper bending. Paper bending is slow.", "authors": []}]""",
        """[{"id": "2103.00004", "title": "Fourth", "summary": "They need paper bending.", "authors": []}]""",
        """[{"name": "Paper Bending", "full_name": "Widget Folding", "collections": []}]""",
        """[{"name": "Walks", "full_name": null, "modalities": [], "variants": ["Strolls", "widget folding"]}]""",
    ];

    [Fact]
    public async Task Stated_names_make_one_of_two_concepts_in_any_order_and_two_again_without_the_statement()
    {
        const string Papers = """
            select c.slug, p.title
            from paper_concepts e join concepts c on c.id = e.concept_id join papers p on p.id = e.paper_id
            where c.slug in ('paper-bending', 'widget-folding')
            order by c.slug, p.id
            """;
        var told = await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(Stated.Length),
            (database, documents) => database.ImportAsync(
                [.. documents.Select(document => ImportSource.Text($"{document}.json", Stated[document]))]),
            // How much a link weighs is counted when all papers are linked, and left behind for a while by a concept that came apart.
            async database => (await database.TellAsync()).Split("\n== links")[0]);
        told.ShouldContain("paper-bending");

        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync([.. Stated.Take(4).Select((document, i) => ImportSource.Text($"{i}.json", document))]);
        var apart = await database.RowsAsync(Papers);
        var id = await database.RowsAsync("select id from concepts where slug = 'widget-folding'");
        apart.ShouldBe("paper-bending | Third\npaper-bending | Fourth\nwidget-folding | First\nwidget-folding | Second");
        await database.ImportAsync(ImportSource.Text("4.json", Stated[4]));
        (await database.RowsAsync(Papers)).ShouldBe(
            "paper-bending | First\npaper-bending | Second\npaper-bending | Third\npaper-bending | Fourth");
        (await database.RowsAsync($"select c.slug from former_concepts f join concepts c on c.id = f.concept_id where f.id = {id}"))
            .ShouldBe("paper-bending");

        await database.RowsAsync("""
            delete from pages where source = 'papers-with-code-concepts';
            update stage_states set seen = seen + 1 where stage = 'READING'
            """);
        await database.ImportAsync(ImportSource.Text("0.json", Stated[0]));
        (await database.RowsAsync(Papers)).ShouldBe(apart);
    }

    [Fact]
    public async Task Where_nothing_else_is_stated_one_more_paper_is_counted_without_a_look_at_the_others()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync([.. Stated.Select((document, i) => ImportSource.Text($"{i}.json", document))]);
        await database.ImportAsync(ImportSource.Text("5.json", Stated[0].Replace("First", "Fifth").Replace("00001", "00005")));
        log.Take();

        await database.ImportAsync(ImportSource.Text("6.json", Stated[0].Replace("First", "Sixth").Replace("00001", "00006")));

        log.Take().ShouldNotContain(statement => statement.Contains("from paper_names order by", StringComparison.Ordinal));
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
