using PaperGraph.Ingest.Reading;

namespace PaperGraph.Ingest.Tests;

public sealed class ImporterTests
{
    [Fact]
    public async Task A_page_becomes_papers_with_code_and_organizations()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync(SamplePages.Monday);

        (result.Pages, result.PapersAdded, result.PapersChanged, result.ListingsAdded, result.ProblemCount).ShouldBe((1, 2, 0, 2, 0));
        Snapshot.Match(await database.TellStatedAsync(), "monday");
    }

    [Fact]
    public async Task What_two_papers_share_under_two_names_is_one_concept_and_links_them()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(SamplePages.Monday);

        (await database.RowsAsync("""
            select c.name, c.paper_count
            from concepts c
            where exists (select from concept_names n where n.concept_id = c.id and n.name = 'GSG')
            """)).ShouldBe("gradual sparse growth | 2");
        var reasons = await database.ReadReasonsAsync();
        reasons.Where(reason => reason.Of == "gradualsparsegrowth").Select(reason => (reason.Paper, reason.Related)).ShouldBe(
            [("Rivers of Tokens", "Sparse Gardens: Pruning by Growth"), ("Sparse Gardens: Pruning by Growth", "Rivers of Tokens")]);
        foreach (var link in reasons.GroupBy(reason => (reason.Paper, reason.Related, reason.Score)))
            link.Sum(reason => reason.Weight).ShouldBe(link.Key.Score);
    }

    [Fact]
    public async Task A_page_is_known_by_its_file_name_wherever_the_file_lay()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("/home/ada/papers/monday.txt", SamplePages.MondayText));
        (await database.RowsAsync("select name from pages")).ShouldBe("monday.txt");
    }

    [Fact]
    public async Task Titles_that_differ_only_in_how_their_letters_are_written_are_of_one_paper()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("letters.json", """
            [
              {"paper": {"id": "2406.00001", "title": "Slopes of {\\L}uk{\\'o}w Hills with $\\ell_2$ Rulers", "summary": "One."}},
              {"paper": {"id": "", "title": "Slopes of \u0141uk\u00f3w Hills with \u2113\u2082 Rulers", "summary": "Two.", "authors": []}}
            ]
            """));

        (await database.RowsAsync("select count(*), min(arxiv_id) from papers")).ShouldBe("1 | 2406.00001");
    }

    [Fact]
    public async Task Who_says_that_a_repository_is_official_is_believed_and_others_stay_beside_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("links.json", """
            [
              {"paper_url": "https://paperswithcode.com/paper/slopes", "paper_title": "Slopes", "paper_arxiv_id": "2406.00001",
               "repo_url": "https://github.com/example-lab/slopes", "is_official": "false"},
              {"paper_url": "https://paperswithcode.com/paper/slopes", "paper_title": "Slopes", "paper_arxiv_id": "2406.00001",
               "repo_url": "https://github.com/example-lab/slopes", "is_official": true},
              {"paper_url": "https://paperswithcode.com/paper/slopes", "paper_title": "Slopes", "paper_arxiv_id": "2406.00001",
               "repo_url": "https://github.com/reader/slopes", "is_official": false},
              {"paper_url": "https://paperswithcode.com/paper/slopes", "paper_title": "Slopes", "paper_arxiv_id": "2406.00001",
               "repo_url": "https://github.com/stranger/slopes"}
            ]
            """));

        (await database.RowsAsync("""
            select r.url, p.is_official from paper_repositories p join repositories r on r.id = p.repository_id order by r.url
            """)).ShouldBe(
            "https://github.com/example-lab/slopes | yes\nhttps://github.com/reader/slopes | no\nhttps://github.com/stranger/slopes | -");
    }

    [Fact]
    public async Task The_same_documents_again_in_any_order_change_no_row()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json);
        var before = await database.RowVersionsAsync();

        var result = await database.ImportAsync(SamplePages.Json, SamplePages.Monday, SamplePages.Search);

        (result.Pages, result.PapersAdded, result.PapersChanged, result.ListingsAdded).ShouldBe((3, 0, 0, 0));
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_order_of_arrival_does_not_matter()
    {
        var told = new List<(string All, string Stated)>();
        ImportSource[][] orders =
        [
            [SamplePages.Monday, SamplePages.Search, SamplePages.Json],
            [SamplePages.Json, SamplePages.Search, SamplePages.Monday],
            [SamplePages.Search, SamplePages.Monday, SamplePages.Json],
        ];
        foreach (var order in orders)
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var document in order) await database.ImportAsync(document);
            told.Add((await database.TellAsync(), await database.TellStatedAsync()));
        }

        told[1].All.ShouldBe(told[0].All);
        told[2].All.ShouldBe(told[0].All);
        Snapshot.Match(told[0].Stated, "three-documents");
    }

    [Fact]
    public async Task The_size_of_the_chunks_does_not_matter()
    {
        await using var whole = await ImportDatabase.CreateAsync();
        await using var chunked = await ImportDatabase.CreateAsync();

        await whole.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json);
        await chunked.ImportAsync(new ImportOptions { ChunkSize = 1 }, SamplePages.Monday, SamplePages.Search, SamplePages.Json);

        (await chunked.TellAsync()).ShouldBe(await whole.TellAsync());
    }

    [Fact]
    public async Task Two_imports_at_once_store_everything_once()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var alone = await ImportDatabase.CreateAsync();
        await alone.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json);

        await Task.WhenAll(
            database.ImportAsync(new ImportOptions { ChunkSize = 1 }, SamplePages.Monday, SamplePages.Search),
            database.ImportAsync(new ImportOptions { ChunkSize = 1 }, SamplePages.Search, SamplePages.Json, SamplePages.Monday));

        (await database.TellAsync()).ShouldBe(await alone.TellAsync());
    }

    [Fact]
    public async Task Quotes_are_the_slices_of_the_stored_text()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);

        // All characters of the page lie in the basic plane, where UTF-16 code units are characters.
        var slices = await database.RowsAsync("""
            select e.quote, substr(case e.field when 'TITLE' then p.title else p.abstract end, e.start + 1, e.length)
            from evidence e join papers p on p.id = e.paper_id
            where e.start is not null
            union all
            select m.surface, substr(case m.field when 'TITLE' then p.title else p.abstract end, m.start + 1, m.length)
            from mentions m join papers p on p.id = m.paper_id
            """);

        foreach (var slice in slices.Split('\n'))
        {
            var (quote, text) = (slice.Split(" | ")[0], slice.Split(" | ")[1]);
            quote.ShouldBe(text);
        }
    }

    [Fact]
    public async Task Only_papers_whose_text_changed_are_read_again_for_concepts_and_code()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        const string Readings = "select p.title, e.extractor, e.xmin from extractions e join papers p on p.id = e.paper_id order by 1, 2";
        var before = (await database.RowsAsync(Readings)).Split('\n');

        await database.ImportAsync(ImportSource.Text("again.json", """
            [{"paper": {"id": "2406.05678", "title": "Rivers of Tokens", "summary": "Another abstract of the same paper.", "authors": []}}]
            """));

        var after = (await database.RowsAsync(Readings)).Split('\n');
        after.Except(before).Select(row => row.Split(" | ")[0]).Distinct().ShouldBe(["Rivers of Tokens"]);
        after.Length.ShouldBe(before.Length);
    }

    [Fact]
    public async Task Of_many_files_below_a_folder_that_hold_no_page_the_first_are_told_and_the_others_counted()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var found = Enumerable.Range(0, UnreadFiles.MaxReported + 7)
            .Select(i => ImportSource.Text($"/notes/{i}.txt", "Nothing of papers.").WithFolder("/notes"));

        var result = await database.ImportAsync([.. found, SamplePages.Monday, ImportSource.Text("given.txt", "Nothing of papers.")]);

        result.PapersAdded.ShouldBe(2);
        result.ProblemCount.ShouldBe(UnreadFiles.MaxReported + 2);
        (await database.RowsAsync("select file, message from import_problems order by id desc limit 1"))
            .ShouldStartWith("given.txt | This text is no");
        (await database.RowsAsync("select message from import_problems where file = '/notes'"))
            .ShouldStartWith("7 more of what is below this folder");
    }

}
