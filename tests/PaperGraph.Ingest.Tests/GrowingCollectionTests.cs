using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Tests;

/// <summary>A collection that grows by one import after the other.</summary>
public sealed class GrowingCollectionTests
{
    /// <summary>
    /// What was derived, a row a line: the table, the transaction that wrote the row, the paper or concept that it is of.
    /// </summary>
    private const string Derived = """
        select 'mentions', m.xmin, p.title, m.start from mentions m join papers p on p.id = m.paper_id
        union all
        select 'paper_concepts', pc.xmin, p.title, pc.concept_id from paper_concepts pc join papers p on p.id = pc.paper_id
        union all
        select 'paper_topics', pt.xmin, p.title, pt.topic_id from paper_topics pt join papers p on p.id = pt.paper_id
        union all
        select 'keyphrases', k.xmin, p.title, k.id from keyphrases k join papers p on p.id = k.paper_id
        union all
        select 'resolutions', r.xmin, p.title, r.paper_id from resolutions r join papers p on p.id = r.paper_id
        union all
        select 'concepts', c.xmin, c.name, c.id from concepts c
        """;

    /// <summary>A fourth paper, related to two others.</summary>
    private static ImportSource Another { get; } = ImportSource.Text("another.json", """
        [{"paper": {"id": "2406.07777", "title": "Sparse Rivers", "summary": "Gradual sparse growth (GSG) of rivers of tokens, on ImageNet.", "authors": []}}]
        """);

    private static string[] Days => Directory.GetFiles(SharedData.Combine("hf-daily"), "*.json").Order(StringComparer.Ordinal).ToArray();

    [SkippableFact]
    public async Task However_documents_are_split_and_ordered_the_graph_is_that_of_all_at_once()
    {
        SharedData.Require("hf-daily");
        string[] documents = [.. Days[..5], SharedData.Combine("pages", "001_85dd88f921ca3ce1.txt")];
        var whole = await TellAsync([documents]);

        foreach (var parts in Gen.Sample(Splits(documents), 2))
            (await TellAsync(parts))
                .ShouldBe(whole, string.Join(" | ", parts.Select(part => string.Join(' ', part.Select(Path.GetFileName)))));
    }

    [SkippableFact]
    public async Task One_more_page_writes_rows_of_what_it_names_alone()
    {
        SharedData.Require("hf-daily");
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync([.. Days[..10].Select(ImportSource.File)]);
        var before = (await database.RowsAsync(Derived)).Split('\n');

        await database.ImportAsync(SamplePages.Monday);

        var written = (await database.RowsAsync(Derived)).Split('\n').Except(before).Select(row => row.Split(" | ")).ToList();
        string Of(string table) =>
            string.Join('\n', written.Where(row => row[0] == table).Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));
        const string Papers = "Rivers of Tokens\nSparse Gardens: Pruning by Growth";
        Of("mentions").ShouldBe(Papers);
        Of("paper_concepts").ShouldBe(Papers);
        Of("keyphrases").Split('\n').ShouldBeSubsetOf(Papers.Split('\n'));
        // Of other papers only the topics, where a concept that they name too has become less specific.
        Of("resolutions").Split('\n').Length.ShouldBeLessThan(10);
        Of("resolutions").Split('\n').ShouldBeSubsetOf((await database.RowsAsync("""
            select distinct other.title
            from papers p
            join paper_concepts named on named.paper_id = p.id
            join paper_concepts shared on shared.concept_id = named.concept_id
            join papers other on other.id = shared.paper_id
            where p.title in ('Rivers of Tokens', 'Sparse Gardens: Pruning by Growth')
            """)).Split('\n'));
        Of("concepts").ShouldBe(await database.RowsAsync("""
            select distinct c.name collate "C"
            from paper_concepts pc join papers p on p.id = pc.paper_id join concepts c on c.id = pc.concept_id
            where p.title in ('Rivers of Tokens', 'Sparse Gardens: Pruning by Growth')
            order by 1
            """));
    }

    [Fact]
    public async Task A_phrase_that_a_second_paper_has_becomes_a_concept_and_is_a_keyphrase_again_without_it()
    {
        const string Keyphrases =
            "select p.title, k.phrase from keyphrases k join papers p on p.id = k.paper_id where k.key = 'widgetfolding' order by 1";
        const string Concepts = """
            select c.slug, p.title
            from concepts c join paper_concepts pc on pc.concept_id = c.id join papers p on p.id = pc.paper_id
            where c.key = 'widgetfolding'
            order by 2
            """;
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Folding("2406.00001", "First", "We study widget folding. Widget folding is slow."));
        (await database.RowsAsync(Keyphrases)).ShouldBe("First | widget folding");
        (await database.RowsAsync(Concepts)).ShouldBe("");

        await database.ImportAsync(Folding("2406.00002", "Second", "They need widget folding."));
        (await database.RowsAsync(Keyphrases)).ShouldBe("");
        (await database.RowsAsync(Concepts)).ShouldBe("widget-folding | First\nwidget-folding | Second");
        var id = await database.RowsAsync("select id from concepts where key = 'widgetfolding'");

        await database.ImportAsync(Folding("2406.00003", "Third", "We study widget folding again."));
        (await database.RowsAsync("select id from concepts where slug = 'widget-folding'")).ShouldBe(id);

        await database.RowsAsync("""
            delete from listings l using papers p where p.id = l.paper_id and p.title in ('First', 'Third');
            delete from papers where title in ('First', 'Third')
            """);
        await database.ImportAsync(Folding("2406.00004", "Fourth", "Nothing is here."));
        (await database.RowsAsync(Keyphrases)).ShouldBe("Second | widget folding");
        (await database.RowsAsync(Concepts)).ShouldBe("");
    }

    [Fact]
    public async Task One_more_paper_is_counted_without_a_look_at_what_shares_no_name_with_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            [Folding("2406.00001", "First", "We study widget folding. Widget folding is slow."),
                .. Enumerable.Range(2, 5).Select(i => Folding($"2406.0000{i}", $"Meadow{i}", $"Quiet gardens{i} grow on Meadow{i}."))]);
        // Whoever read these would fail.
        await database.RowsAsync("""
            alter table paper_names disable trigger note_changed_names_updated;
            update paper_names n set packed = '\x00' from papers p where p.id = n.paper_id and p.title <> 'First';
            update name_records set packed = '\x00' where key not like '%fold%';
            alter table paper_names enable trigger note_changed_names_updated
            """);

        var result = await database.ImportAsync(Folding("2406.00009", "Second", "They need widget folding."));

        result.ProblemCount.ShouldBe(0, string.Join('\n', result.Problems));
        (await database.RowsAsync("""
            select p.title
            from concepts c join paper_concepts pc on pc.concept_id = c.id join papers p on p.id = pc.paper_id
            where c.key = 'widgetfolding'
            order by 1
            """)).ShouldBe("First\nSecond");
    }

    /// <summary>Between two chunks of one import no names are resolved: what was resolved of the paper is of the one that went.</summary>
    [Fact]
    public async Task A_paper_that_goes_and_comes_back_in_one_import_has_all_that_it_had()
    {
        string Joined(string title, string author) =>
            $$$"""[{"paper": {"id": "2406.00001", "title": "{{{title}}}", "authors": [{{{author}}}]}}]""";

        ImportSource[] first =
        [
            ImportSource.Text("library.bib", """
                @article{one, title = {On Folding}, author = {Lovelace, Ada},
                  abstract = {We study widget folding for image classification on ImageNet. Widget folding is slow.}}
                """),
            ImportSource.Text("other.json", Joined("Another Title", "")),
        ];
        ImportSource[] then =
        [
            ImportSource.Text("joins.json", Joined("On Folding", "")),
            ImportSource.Text("parts.json", Joined("On Folding", """{"name": "Alan Turing"}""")),
        ];
        const string Id = "select id from papers where identity = 'title:onfolding'";
        await using var whole = await ImportDatabase.CreateAsync();
        await whole.ImportAsync([.. first, .. then]);
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(first);
        var id = await database.RowsAsync(Id);
        id.ShouldNotBeEmpty();

        await database.ImportAsync(new ImportOptions { ChunkSize = 1 }, then);

        (await database.RowsAsync(Id)).ShouldBe(id);
        (await database.RowsAsync("select count(*) > 0 from keyphrases k where k.paper_id = " + id)).ShouldBe("yes");
        (await database.TellAsync()).Split('\n').ShouldBe((await whole.TellAsync()).Split('\n'));
    }

    private static ImportSource Folding(string arxivId, string title, string text) =>
        ImportSource.Text($"{arxivId}.json",
            $$$"""[{"paper": {"id": "{{{arxivId}}}", "title": "{{{title}}}", "summary": "{{{text}}}", "authors": []}}]""");

    [Fact]
    public async Task Importing_the_same_again_reads_nothing_that_was_found_in_texts()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        log.Take().ShouldContain(statement => statement.Contains("from mentions", StringComparison.Ordinal));

        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);

        log.Take().ShouldNotContain(statement => ReadsWhatWasFound(statement));
    }

    [Fact]
    public async Task One_more_page_takes_no_more_statements_the_more_papers_there_are()
    {
        var toFew = await StatementsOfOneMoreAsync(5);
        var toMany = await StatementsOfOneMoreAsync(60);

        toMany.Count.ShouldBeLessThanOrEqualTo(toFew.Count, string.Join("\n\n", toMany));
    }

    private static async Task<List<string>> StatementsOfOneMoreAsync(int papers)
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync([.. Enumerable.Range(1, papers).Select(i =>
            Folding($"2406.{i:00000}", $"Paper Number {i}", $"We study widget folding on Corpus{i}. Paper folding is not slow."))]);
        log.Take();

        await database.ImportAsync(Folding("2407.00001", "One More", "We need widget folding for sparse rivers."));
        return log.Take();
    }

    [Fact]
    public async Task What_papers_name_is_not_read_from_their_mentions_or_texts_again()
    {
        await using var whole = await ImportDatabase.CreateAsync();
        var sharing = Folding("2406.00002", "Second", "They need gradual sparse growth.");
        await whole.ImportAsync(SamplePages.Monday, SamplePages.Json, sharing);
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Json);
        // Whoever read these again would find no concept, and no word to link by.
        await database.RowsAsync("""
            delete from mentions;
            delete from abbreviations;
            alter table papers alter column text_hash drop expression, alter column text_hash set default 7;
            update papers set abstract = null
            """);

        await database.ImportAsync(sharing);

        const string Concepts = "select c.key, c.name, c.paper_count, p.title, pc.weight "
            + "from concepts c join paper_concepts pc on pc.concept_id = c.id join papers p on p.id = pc.paper_id order by 1, 4";
        (await database.RowsAsync(Concepts)).ShouldBe(await whole.RowsAsync(Concepts));
        (await database.TellLinksAsync()).ShouldBe(await whole.TellLinksAsync());
    }

    [SkippableFact]
    public async Task One_more_page_is_linked_as_if_all_were_and_writes_and_reads_what_it_touches_alone()
    {
        SharedData.Require("hf-daily");
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync([.. Days[..12].Select(ImportSource.File)]);
        const string Rows = "select l.xmin, l.paper_id from related_papers l union all select f.xmin, f.paper_id from paper_features f";
        var before = (await database.RowsAsync(Rows)).Split('\n');
        log.Take();

        await database.ImportAsync(SamplePages.Monday);

        log.Take().Where(ReadsAllLinks).ShouldBeEmpty();
        // Two papers, and the fifty lists that each is in at most, more or less; and those whose concepts the two have changed.
        var after = (await database.RowsAsync(Rows)).Split('\n');
        after.Except(before).Count().ShouldBeInRange(2, 150);
        (await database.RowsAsync("select turnover from link_counts")).ShouldBe("2");
        (await database.TellListsAsync()).ShouldBe(await database.TellListsLinkedAnewAsync());
    }

    private static bool ReadsAllLinks(string statement) =>
        new[] { "related_papers", "paper_features", "link_postings" }.Any(table =>
            statement.Contains($"from {table}", StringComparison.Ordinal)
            && !statement.Contains("= any(", StringComparison.Ordinal)
            && !statement.Contains("where exists", StringComparison.Ordinal));

    [Fact]
    public async Task A_paper_that_is_gone_leaves_the_links_as_if_it_had_never_been()
    {
        await using var whole = await ImportDatabase.CreateAsync();
        await whole.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json);
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json, Another);
        (await database.RowsAsync("select count(*) from related_papers")).ShouldBe("4");

        await database.RowsAsync("""
            delete from listings l using papers p where p.id = l.paper_id and p.title = 'Sparse Rivers';
            delete from papers where title = 'Sparse Rivers';
            update stage_states set seen = seen + 1 where stage = 'READING';
            """ + DerivedColumns.CountPapers);
        await database.ImportAsync(SamplePages.Monday);

        (await database.TellLinksAsync()).ShouldBe(await whole.TellLinksAsync());
        (await database.RowsAsync("select count(*) from related_papers")).ShouldBe("3");
    }

    [Fact]
    public async Task A_paper_that_turns_out_to_be_another_leaves_nothing_behind()
    {
        var byTitle = ImportSource.Text("titles.txt", """
            byAK and the research community

            Jun 19

            Gardens that Prune Themselves

            Gradual sparse growth (GSG) again, this time with quiet clocks and federated learning on CIFAR-10.
            """);
        var both = ImportSource.Text("both.json", """
            [{"paper": {"id": "2406.01234", "title": "Gardens that Prune Themselves", "authors": []}}]
            """);
        await using var database = await ImportDatabase.CreateAsync();
        await using var atOnce = await ImportDatabase.CreateAsync();
        await atOnce.ImportAsync(both, SamplePages.Json, byTitle, SamplePages.Monday, SamplePages.Search);

        await database.ImportAsync(SamplePages.Json, SamplePages.Monday, SamplePages.Search);
        await database.ImportAsync(byTitle);
        (await database.RowsAsync("select count(*) from papers")).ShouldBe("4");
        await database.ImportAsync(both);

        (await database.RowsAsync("select count(*) from papers")).ShouldBe("3");
        (await database.TellAsync()).ShouldBe(await atOnce.TellAsync());
    }

    private static bool ReadsWhatWasFound(string statement) =>
        new[] { "mentions", "abbreviations", "concept_names", "concepts", "paper_concepts", "topics", "related_papers", "paper_features" }
            .Any(table => statement.Contains($"from {table}\n", StringComparison.Ordinal)
                || statement.Contains($"from {table} ", StringComparison.Ordinal));

    /// <summary>
    /// The documents in any order, cut into up to four imports, each of which may begin with some that were imported before.
    /// </summary>
    private static Gen<string[][]> Splits(string[] documents) =>
        from order in Gen.Shuffle(documents)
        from cuts in Gen.Choose(1, documents.Length - 1).ArrayOf(3)
        let bounds = cuts.Append(0).Append(documents.Length).Distinct().Order().ToArray()
        from again in Gen.Choose(0, 3)
        select bounds.Zip(bounds.Skip(1), (first, end) => order[Math.Max(0, first - again)..end]).ToArray();

    /// <summary>Links weigh by what was counted last, which all of them are at the end.</summary>
    private static async Task<string> TellAsync(string[][] imports)
    {
        await using var database = await ImportDatabase.CreateAsync();
        foreach (var files in imports) await database.ImportAsync([.. files.Select(ImportSource.File)]);
        await database.LinkAllAsync();
        return await database.TellAsync();
    }
}
