namespace PaperGraph.Ingest.Tests;

/// <summary>Abstracts and references that Semantic Scholar gives in other files than the records of the papers.</summary>
public sealed class AdditionsTests
{
    private static readonly ImportSource[] Documents =
    [
        Lines("papers.jsonl",
            """{"corpusid":7,"externalids":{"DOI":"10.1000/fold"},"title":"Folding Maps","authors":[],"year":2024}""",
            """{"corpusid":8,"externalids":{},"title":"Of Threads","authors":[]}"""),
        Lines("abstracts.jsonl",
            """{"corpusid":7,"openaccessinfo":null,"abstract":"A map is folded along what it shows."}""",
            """{"corpusid":99,"openaccessinfo":null,"abstract":"Of a paper that never comes."}"""),
        Lines("citations-1.jsonl",
            """{"citationid":1,"citingcorpusid":7,"citedcorpusid":9}""",
            """{"citationid":2,"citingcorpusid":99,"citedcorpusid":7}"""),
        Lines("citations-2.jsonl",
            """{"citationid":3,"citingcorpusid":7,"citedcorpusid":8}""",
            """{"citationid":4,"citingcorpusid":7,"citedcorpusid":5}""",
            """{"citationid":1,"citingcorpusid":7,"citedcorpusid":9}"""),
        Lines("more-papers.jsonl", """{"corpusid":9,"externalids":{},"title":"Knots","authors":[]}"""),
        ImportSource.Text("answer.json", """
            [{"paperId": "a1", "title": "Folding maps", "externalIds": {"DOI": "10.1000/fold"}, "abstract": "Maps, folded.",
              "references": [{"paperId": "b1", "title": "A Map of the Sea by Night and Day"}]}]
            """),
    ];

    [Fact]
    public async Task They_come_to_the_papers_whose_numbers_they_name_whichever_came_first()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Documents[2]);
        await database.ImportAsync(Documents[0], Documents[1]);
        var result = await database.ImportAsync(Documents[3], Documents[4]);

        (result.Counts.RecordsAdded, result.Counts.RecordsChanged, result.Counts.RecordsUnchanged).ShouldBe((3, 0, 1));
        (await database.RowsAsync("select title, abstract from papers order by title")).ShouldBe("""
            Folding Maps | A map is folded along what it shows.
            Knots | -
            Of Threads | -
            """);
        (await database.RowsAsync("select title, abstract from listings where abstract is not null")).ShouldBe(
            "Folding Maps | A map is folded along what it shows.", "what the source said of the paper stays readable");
        (await database.RowsAsync("""
            select p.title, e.semantic_scholar_id, known.title
            from citation_ends e join papers p on p.id = e.paper_id left join papers known on known.id = e.end_paper_id
            order by e.position
            """)).ShouldBe("""
            Folding Maps | corpusid:5 | -
            Folding Maps | corpusid:8 | Of Threads
            Folding Maps | corpusid:9 | Knots
            """);
    }

    [Fact]
    public async Task The_graph_is_the_same_in_random_orders_and_reading_all_again_changes_nothing()
    {
        var told = await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(Documents.Length),
            (database, order) => database.ImportAsync([.. order.Select(document => Documents[document])]),
            database => database.TellStatedAsync());
        told.ShouldContain("Folding Maps | Knots");
        told.ShouldContain("Of a paper that never comes.");
    }

    [Fact]
    public async Task Of_several_abstracts_the_one_that_was_seen_last_holds()
    {
        static ImportSource Abstract(string text) => Lines($"{text}.jsonl", $$"""{"corpusid":8,"abstract":"{{text}}"}""");
        foreach (var order in new int[][] { [0, 1, 2], [2, 1, 0], [1, 2, 0] })
        {
            await using var database = await ImportDatabase.CreateAsync();
            (ImportSource Source, DateOnly? AsOf)[] abstracts =
            [
                (Abstract("First"), new DateOnly(2024, 1, 1)),
                (Abstract("Second"), new DateOnly(2024, 2, 1)),
                (Abstract("Never dated"), null),
            ];
            await database.ImportAsync(Documents[0]);
            foreach (var i in order) await database.ImportAsync(new ImportOptions { AsOf = abstracts[i].AsOf }, abstracts[i].Source);

            (await database.RowsAsync("select abstract from papers where title = 'Of Threads'")).ShouldBe("Second");
        }
    }

    private static ImportSource Lines(string name, params string[] lines) => ImportSource.Text(name, string.Join('\n', lines));
}
