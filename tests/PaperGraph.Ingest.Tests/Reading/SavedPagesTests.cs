namespace PaperGraph.Ingest.Tests.Reading;

/// <summary>One page that is read with the day on which it was saved, and without.</summary>
public sealed class SavedPagesTests
{
    private const string Library = "@article{one, title = {Gardens of Gates}, doi = {10.1000/gates}, abstract = {Gates open.}}";

    private const string List = """
        [{"paper": {"id": "2406.01234", "title": "Gardens of Gates", "summary": "Gates open.", "upvotes": 5}, "numComments": 1}]
        """;

    [Theory]
    [InlineData("library.bib", Library)]
    [InlineData("page.json", List)]
    [InlineData("monday.txt", SamplePages.MondayText)]
    public async Task The_graph_is_the_same_whichever_reading_comes_first(string name, string text)
    {
        var told = new List<string>();
        foreach (var order in new DateOnly?[][] { [null, new(2024, 6, 20)], [new(2024, 6, 20), null] })
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var day in order) await database.ImportAsync(new ImportOptions { AsOf = day }, Written(name, text));
            told.Add($"{await database.TellStatedAsync()}\n{await database.TellObservedAsync()}");
        }
        told[1].ShouldBe(told[0]);
        told[0].ShouldContain("2024-06-20 00:00:00");
    }

    /// <summary>The day that a person gives says more than when the file was written.</summary>
    private static ImportSource Written(string name, string text) =>
        new(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))
        {
            WrittenAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
}
