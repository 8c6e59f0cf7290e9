using System.Globalization;

namespace PaperGraph.Ingest.Tests;

/// <summary>
/// Whatever is imported in whatever order and portions makes the same graph, told without what the first comer gives: ids, slugs and the
/// times of imports.
/// </summary>
public sealed class RandomOrdersTests
{
    /// <summary>How many orders of all documents to try, where somebody asks for it; else two of a few.</summary>
    private const string Orders = "PAPERGRAPH_RANDOM_ORDERS";

    [Fact]
    public async Task Small_documents_make_the_same_graph()
    {
        await ExpectSameAsync(
            [SamplePages.Monday, SamplePages.Search, SamplePages.Json, .. Histories()], orders: 3);
    }

    /// <summary>What a file states without a time was so when it was written: first when the earliest of its copies was, last when the
    /// latest was.</summary>
    [Fact]
    public async Task Files_of_one_content_and_several_times_make_the_same_graph_whichever_is_read_first()
    {
        ImportSource[] documents =
        [
            Written("library.bib", Library("Gates open."), day: 1),
            Written("export.bib", Library("Gates shut."), day: 2),
            Written("copy.bib", Library("Gates open."), day: 3),
            Written("renamed.json", Rename("hinge"), day: 1),
            Written("moved.json", Rename("latch"), day: 2),
            Written("again.json", Rename("hinge"), day: 3),
        ];
        var told = new List<string>();
        foreach (var (order, portion) in new (int[], int)[]
        {
            ([0, 1, 2, 3, 4, 5], 1), ([5, 3, 4, 2, 0, 1], 3), ([2, 0, 1, 5, 3, 4], 6), ([2, 0, 1, 5, 3, 4], 1),
        })
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var part in order.Chunk(portion))
                await database.ImportAsync(new ImportOptions { ChunkSize = part.Length }, [.. part.Select(number => documents[number])]);

            (await database.RowsAsync("select abstract from papers")).ShouldBe("Gates open.", string.Join(' ', order));
            (await database.RowsAsync("""
                select extract(day from l.observed_at), extract(day from l.last_observed_at)
                from listings l join pages g on g.id = l.page_id
                where g.source = 'bibtex'
                order by 1
                """)).ShouldBe("1 | 3\n2 | 2");
            told.Add(await TellAsync(database));
        }
        told.ShouldAllBe(graph => graph == told[0]);

        static string Library(string text) =>
            $$"""@article{one, title = {Gardens of Gates}, doi = {10.1000/gates}, abstract = "{{text}}"}""";

        static string Rename(string present) =>
            $$"""[{"repository": "https://github.com/heron/gate", "renamed_to": "https://github.com/heron/{{present}}"}]""";

        static ImportSource Written(string name, string text, int day) =>
            new(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))
            {
                WrittenAt = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
            };
    }

    [SkippableFact]
    public async Task Recorded_documents_make_the_same_graph()
    {
        SharedData.Require("fixtures");
        SharedData.Require("hf-daily");
        SharedData.Require("pages");
        var orders = int.Parse(Environment.GetEnvironmentVariable(Orders) ?? "0", CultureInfo.InvariantCulture);
        var files = new[] { "pages", "hf-daily", "fixtures" }
            .SelectMany(folder => Directory.EnumerateFiles(SharedData.Combine(folder), "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Where((file, i) => orders > 0 || (i % 8 == 0 && !file.Contains("hf-daily", StringComparison.Ordinal)))
            .Select(ImportSource.File);

        await ExpectSameAsync([.. files], Math.Max(orders, 2));
    }

    /// <summary>Days of one paper that change, take back and contradict each other, by several sources.</summary>
    private static IEnumerable<ImportSource> Histories()
    {
        string Day(string day, int upvotes, string author, string? arxivId) => $$"""
            [{
              "title": "Gardens of Gates",
              "numComments": {{upvotes % 3}},
              "paper": {
                "id": "{{arxivId ?? "2407.00001"}}",
                "title": "Gardens of Gates",
                "summary": "Gates open as gardens grow. The code will be released upon acceptance.",
                "authors": [{"name": "{{author}}"}],
                "publishedAt": "2024-07-01T00:00:00.000Z",
                "submittedOnDailyAt": "{{day}}T00:00:00.000Z",
                "upvotes": {{upvotes}}
              }
            }]
            """;
        yield return ImportSource.Text("first.json", Day("2024-07-02", 3, "Ada Green", null));
        yield return ImportSource.Text("again.json", Day("2024-07-02", 8, "Ada Green", null));
        yield return ImportSource.Text("same.json", Day("2024-07-02", 3, "Ada Green", null) + "\n");
        yield return ImportSource.Text("next.json", Day("2024-07-03", 11, "Ada Greene", null));
        yield return ImportSource.Text("other.json", Day("2024-07-03", 1, "Ben Moss", "2407.00002"));
        yield return ImportSource.Text("saved.txt", SamplePages.MondayText);
        yield return ImportSource.Text("saved again.txt", SamplePages.MondayText
            .Replace("Networks are pruned", "All networks are pruned", StringComparison.Ordinal)
            .Replace("Jun 12, 2024 2", "Jun 12, 2024 5", StringComparison.Ordinal));
        yield return ImportSource.Text("library.bib", """
            @article{one, title = {Gardens of Gates}, author = {Moss, Ben}, year = {2024}, doi = {10.1000/gates}}
            @article{two, title = {Gardens of Gates}, author = {Hopper, Grace}, year = {1999}}
            @article{three, title = {Untitled}, author = {Hopper, Grace}}
            @article{four, title = {Untitled}, author = {Fern, Cleo}, doi = {10.5555/12345678}}
            @article{five, title = {Sparse Gardens}, author = {Green, Ada}, doi = {10.5555/12345678}}
            """);
    }

    private static async Task<string> TellAsync(ImportDatabase database) =>
        $"{await database.TellAsync()}\n\n{await database.TellObservedAsync()}";

    private static async Task ExpectSameAsync(ImportSource[] documents, int orders)
    {
        var expected = default(string);
        for (var seed = 1; seed <= orders; seed++)
        {
            var random = new Random(seed);
            var shuffled = documents.ToArray();
            if (seed > 1) random.Shuffle(shuffled);
            await using var database = await ImportDatabase.CreateAsync();
            var half = random.Next(shuffled.Length);
            await database.ImportAsync(new ImportOptions { ChunkSize = random.Next(1, 500) }, shuffled[..half]);
            await database.ImportAsync(new ImportOptions { ChunkSize = random.Next(1, 500) }, shuffled[half..]);

            var told = await TellAsync(database);
            expected ??= told;
            told.Split('\n').ShouldBe(expected.Split('\n'), $"with the seed {seed}");
        }
    }
}
