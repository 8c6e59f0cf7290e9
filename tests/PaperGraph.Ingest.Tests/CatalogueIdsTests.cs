namespace PaperGraph.Ingest.Tests;

/// <summary>Ids of papers in catalogues, as Semantic Scholar and OpenAlex give them.</summary>
public sealed class CatalogueIdsTests
{
    private const string Keys = """
        select k.kind, k.key, p.title
        from paper_keys k join papers p on p.id = k.paper_id
        where k.kind in ('MAG', 'PMID', 'PMCID', 'ACL', 'DBLP')
        order by k.kind, k.key collate "C"
        """;

    private static readonly ImportSource[] Documents =
    [
        ImportSource.Text("s2.json", """
            [{"paperId": "a1", "title": "Of Maps", "externalIds": {"MAG": "2741809807", "PubMed": "29456894", "ACL": "P19-1001",
              "DBLP": "conf/maps/Green19", "PubMedCentral": "5815332", "CorpusId": 7}},
             {"paperId": "a2", "title": "Of Threads", "externalIds": {"PubMed": "11", "DBLP": "conf/maps/Moss20"}},
             {"paperId": "a3", "title": "Of Knots", "externalIds": {"PubMed": "11"}}]
            """),
        ImportSource.Text("openalex.jsonl", """
            {"id": "https://openalex.org/W1", "title": "Of Maps", "authorships": [], "ids": {"openalex": "https://openalex.org/W1",
             "mag": 2741809807, "pmid": "https://pubmed.ncbi.nlm.nih.gov/29456894",
             "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/5815332"}}
            {"id": "https://openalex.org/W2", "title": "Of Ropes", "authorships": [], "ids": {"mag": "12", "pmid": "11"}}
            """.Replace("\n ", " ").Replace("\r", "")),
        ImportSource.Text("merging.json", """[{"paperId": "a2", "title": "Of Knots", "externalIds": {"PubMed": "11"}}]"""),
    ];

    [Fact]
    public async Task What_one_paper_has_leads_to_it_and_what_several_have_leads_nowhere()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Documents[..2]);

        (await database.RowsAsync(Keys)).ShouldBe("""
            ACL | P19-1001 | Of Maps
            DBLP | conf/maps/Green19 | Of Maps
            DBLP | conf/maps/Moss20 | Of Threads
            MAG | 12 | Of Ropes
            MAG | 2741809807 | Of Maps
            PMCID | PMC5815332 | Of Maps
            PMID | 29456894 | Of Maps
            """);
        (await database.RowsAsync("select count(*) from paper_catalogue_ids where key = '11'")).ShouldBe("3");
        (await database.RowsAsync("select count(*) from papers")).ShouldBe("4");
    }

    [Fact]
    public async Task An_id_leads_to_the_paper_that_is_left_with_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Documents[0]);
        (await database.RowsAsync(Keys)).ShouldNotContain("PMID | 11");

        await database.RowsAsync("update listings set details = null where semantic_scholar_id = 'a2'; update pages set reading = null");
        await database.ImportAsync(ImportSource.Text("again.json", """[{"paperId": "a2", "title": "Of Threads", "year": 2020}]"""));

        (await database.RowsAsync(Keys)).ShouldContain("PMID | 11 | Of Knots");
    }

    [Fact]
    public async Task They_are_the_same_in_random_orders()
    {
        var told = await ArrivalOrders.TellAsync(
            ArrivalOrders.Random(Documents.Length),
            (database, order) => database.ImportAsync([.. order.Select(document => Documents[document])]),
            database => database.TellStatedAsync());
        told.ShouldContain("conf/maps/Green19");
    }

    [Fact]
    public async Task What_can_be_no_id_is_a_problem_and_the_paper_is_read()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync(ImportSource.Text("bad.json", """
            [{"paperId": "a1", "title": "Of Maps", "externalIds": {"MAG": "0", "PubMed": "none", "DBLP": "journals", "ACL": [1]}}]
            """));

        result.Counts.Problems.ShouldBe(4);
        (await database.RowsAsync("select title from papers")).ShouldBe("Of Maps");
        (await database.RowsAsync(Keys)).ShouldBe("");
    }
}
