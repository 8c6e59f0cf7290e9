using Npgsql;
using PaperGraph.Concepts.Collection;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Concepts;
using PaperGraph.Ingest.Extraction;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Linking;

namespace PaperGraph.Ingest.Tests.Faults;

/// <summary>A paper with which a stage fails is a problem by name, and the others get what the stage makes.</summary>
public sealed class PaperFaultsTests
{
    private const string Problems = "select source, file, line, words, message from import_problems order by id";

    private const string Concepts = "select distinct p.title from paper_concepts pc join papers p on p.id = pc.paper_id order by 1";

    private const string Links = """
        select p.title, q.title
        from related_papers l join papers p on p.id = l.paper_id join papers q on q.id = any(l.related_ids)
        order by 1, 2
        """;

    private const string OfQuietClocks =
        "exists (select from papers p where p.id = new.paper_id and p.title like 'Quiet Clocks%')";

    private const string Advice = "The paper is kept without it. A newer version, or papergraph concepts --rebuild, tries again.";

    [Fact]
    public async Task An_extraction_that_throws_is_tried_once_a_version()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        var extraction = new Failing("1");

        var problems = await RunAsync(database, extraction);
        await RunAsync(database, extraction);

        extraction.Found.Order(StringComparer.Ordinal).ShouldBe(
            ["Quiet Clocks for Federated Learning", "Rivers of Tokens", "Sparse Gardens: Pruning by Growth"]);
        extraction.Stored.ShouldBe(["Quiet Clocks for Federated Learning"]);
        problems.Count.ShouldBe(2);
        problems.First.Select(problem => problem.Words).ShouldBe(["Rivers of Tokens", "Sparse Gardens: Pruning by Growth"]);
        (await database.RowsAsync(Problems)).ShouldBe($"""
            daily-papers-text | monday.txt | 14 | Rivers of Tokens | Finding concepts failed for this paper: 22012: division by zero. {Advice}
            daily-papers-text | monday.txt | 7 | Sparse Gardens: Pruning by Growth | Finding concepts failed for this paper: No gardens. {Advice}
            """);

        var newer = new Failing("2");
        await RunAsync(database, newer);
        newer.Found.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Where_joining_names_throws_the_others_are_joined()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        var gardens = long.Parse(await database.RowsAsync("select id from papers where title like 'Sparse%'"));
        await database.RowsAsync("delete from stage_states");
        var problems = new StageProblems(1);

        await InTransactionAsync(database, transaction => new ResolvingStage(
            problems,
            progress: null,
            (papers, vocabulary) =>
                papers.Any(paper => paper.PaperId == gardens)
                    ? throw new FormatException("Gardens have no names.")
                    : ConceptCollection.Build(papers, vocabulary))
            .RunAsync(transaction, CancellationToken.None));

        (await database.RowsAsync(Concepts)).ShouldBe("Quiet Clocks for Federated Learning\nRivers of Tokens");
        (await database.RowsAsync($"select count(*) from mentions where paper_id = {gardens} and concept_id is not null")).ShouldBe("0");
        (await database.RowsAsync(Problems)).ShouldBe(
            $"daily-papers-text | monday.txt | 7 | Sparse Gardens: Pruning by Growth | Joining names to concepts failed for this paper: "
            + $"Gardens have no names. {Advice}");
        (await database.RowsAsync(
            "select c.paper_count = (select count(*) from paper_concepts pc where pc.concept_id = c.id), count(*) > 0 from concepts c "
            + "group by 1"))
            .ShouldBe("yes | yes");
    }

    [Fact]
    public async Task A_paper_that_cannot_be_compared_has_no_links_and_the_others_have()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, Another);
        (await database.RowsAsync(Links)).ShouldContain("Quiet Clocks");
        await database.RowsAsync("""
            update paper_features f
            set packed = substr(packed, 1, 20)
            from papers p
            where p.id = f.paper_id and p.title like 'Quiet Clocks%';
            update paper_features set made_of = 0 where length(packed) > 20;
            insert into unlinked_papers select paper_id from paper_features
            """);

        await InTransactionAsync(
            database,
            transaction => new LinkingStage(10, new StageProblems(1), progress: null).RunAsync(transaction, CancellationToken.None));

        var links = await database.RowsAsync(Links);
        links.ShouldNotContain("Quiet Clocks");
        links.ShouldContain("Rivers of Tokens | Sparse Gardens: Pruning by Growth");
        (await database.RowsAsync(Problems)).ShouldStartWith(
            "daily-papers-text | another.txt | 5 | Quiet Clocks for Federated Learning | Linking failed for this paper: ");
    }

    [Theory]
    [InlineData("listings", "new.title like 'Quiet Clocks%'", "This paper could not be stored: 22000: refused.")]
    [InlineData("mentions", "new.surface like 'CIFAR%'", "Finding concepts failed for this paper: 22000: refused.")]
    [InlineData("concepts", "new.key like 'cifar%'", "Joining names to concepts failed for this paper: 22000: refused.")]
    [InlineData("paper_concepts", OfQuietClocks, "Joining names to concepts failed for this paper: 22000: refused.")]
    [InlineData("paper_features", OfQuietClocks, "Linking failed for this paper: 22000: refused.")]
    [InlineData("related_papers", OfQuietClocks, "Linking failed for this paper: 22000: refused.")]
    public async Task A_row_that_PostgreSQL_refuses_is_a_problem_of_its_paper(string table, string condition, string message)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RefuseAsync(table, condition);

        var result = await database.ImportAsync(SamplePages.Monday, Another);

        result.ProblemCount.ShouldBe(1);
        (await database.RowsAsync(Problems)).ShouldStartWith(
            $"daily-papers-text | another.txt | 5 | Quiet Clocks for Federated Learning | {message}");
        (await database.RowsAsync(Concepts)).ShouldContain("Rivers of Tokens\nSparse Gardens: Pruning by Growth");
        (await database.RowsAsync(Links)).ShouldContain("Rivers of Tokens | Sparse Gardens: Pruning by Growth");
        (await database.ImportAsync(SamplePages.Monday)).ProblemCount.ShouldBe(0);
    }

    /// <summary>
    /// What a version left behind that could not join the names of one paper: texts are read, and nothing follows from them.
    /// </summary>
    [Fact]
    public async Task A_database_that_never_got_its_concepts_gets_them_with_the_next_import()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, Another);
        var whole = await database.TellAsync();
        await database.RowsAsync("""
            update mentions set concept_id = null, resolved_by = null, confidence = null;
            delete from related_papers; delete from paper_features;
            delete from paper_concepts; delete from paper_topics; delete from resolutions;
            delete from concepts; delete from stage_states;
            """ + DerivedColumns.CountPapers);

        (await database.ImportAsync(SamplePages.Monday)).ProblemCount.ShouldBe(0);

        (await database.TellAsync()).ShouldBe(whole);
        (await database.RowsAsync(Links)).ShouldNotBeEmpty();
    }

    /// <summary>Names that move to each other: the last words of one are another, and that is often said with them.</summary>
    [Fact]
    public async Task Names_that_lie_in_each_other_stop_nothing()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync(ImportSource.Text("climb.txt", """
            byAK and the research community

            Jun 18

            WILLOW: From Recorded Walks to Real-World Quadruped Stair-Climbing

            We learn stair-climbing tasks and quadruped stair-climbing. Our gaits do quadruped stair-climbing.
            """), SamplePages.Monday);

        result.ProblemCount.ShouldBe(0);
        // One paper alone says them: they are its keyphrases.
        (await database.RowsAsync("select count(*) between 1 and 2 from keyphrases where phrase ilike '%stair-climbing%'")).ShouldBe("yes");
        (await database.RowsAsync(Concepts)).ShouldContain("WILLOW");
    }

    private static ImportSource Another { get; } = ImportSource.Text("another.txt", """
        byAK and the research community

        Jun 18

        Quiet Clocks for Federated Learning

        Clocks that disagree slow federated learning down. Networks that grow are tested on CIFAR-10 and ImageNet; long texts are read as streams of tokens.
        """);

    private static async Task<StageProblems> RunAsync(ImportDatabase database, Failing extraction)
    {
        var problems = new StageProblems(1);
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await new ExtractionStage<string>(extraction, 10, problems, progress: null).RunAsync(connection, CancellationToken.None);
        return problems;
    }

    private static async Task InTransactionAsync(ImportDatabase database, Func<NpgsqlTransaction, Task> run)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await run(transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Throws over gardens, and PostgreSQL does over rivers.</summary>
    private sealed class Failing(string version) : IExtraction<string>
    {
        private readonly List<string> found = [];

        public ImportStage Stage => ImportStage.FindingConcepts;

        public string Extractor => "failing";

        public string Version => version;

        public bool FindsMentions => true;

        public List<string> Found
        {
            get
            {
                lock (found) return [.. found];
            }
        }

        public List<string> Stored { get; } = [];

        public string Find(StoredText paper)
        {
            lock (found) found.Add(paper.Title);
            return paper.Title.Contains("Gardens", StringComparison.Ordinal) ? throw new FormatException("No gardens.") : paper.Title;
        }

        public string Nothing(StoredText paper) => "";

        public async Task StoreAsync(
            NpgsqlTransaction transaction, IReadOnlyList<(StoredText Paper, string Found)> papers, CancellationToken cancellationToken)
        {
            await using var store = new NpgsqlCommand("select 1 / @rivers", transaction.Connection, transaction);
            store.Parameters.AddWithValue(
                "rivers", papers.Any(paper => paper.Found.StartsWith("Rivers", StringComparison.Ordinal)) ? 0 : 1);
            await store.ExecuteNonQueryAsync(cancellationToken);
            Stored.AddRange(papers.Select(paper => paper.Found).Where(title => title.Length > 0));
        }
    }
}
