using System.Globalization;
using System.Text;
using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests;

/// <summary>What was read is what is new, changed, unchanged and unreadable together, and as many records as stand in the files.</summary>
public sealed class SummaryTests
{
    private const int Papers = 12;

    [Fact]
    public async Task It_adds_up_where_records_are_damaged_which_strictly_read_store_nothing()
    {
        await using var database = await ImportDatabase.CreateAsync();
        foreach (var format in MadeFormat.All)
        {
            for (var seed = 0; seed < 2; seed++)
            {
                var random = new Random(seed);
                var marked = format.Write(MadeReference.Make(Papers, random), random);
                var at = marked.IndexOf(MadeFormat.Mark, marked.Length / 2);
                var broken = marked.Remove(at + 2, Math.Min(7, marked.Length - at - 3))
                    .Replace($"{MadeFormat.Mark}", "", StringComparison.Ordinal);

                var before = await database.RowVersionsAsync(["papers", "listings", "pages"]);
                var failed = await Record.ExceptionAsync(() => database.ImportAsync(
                    new ImportOptions { Format = format.Name, IsStrict = true }, ImportSource.Text("broken", broken)));
                if (failed is not null) (await database.RowVersionsAsync(["papers", "listings", "pages"])).ShouldBe(before, format.Name);
                var result = await database.ImportAsync(new ImportOptions { Format = format.Name }, ImportSource.Text("broken", broken));

                (failed is StrictImportException).ShouldBe(result.ProblemCount > 0, format.Name);
                var counts = result.Counts;
                (counts.RecordsAdded + counts.RecordsChanged + counts.RecordsUnchanged + counts.RecordsUnreadable)
                    .ShouldBe(counts.Records, format.Name);
                counts.Records.ShouldBeInRange(Papers - 1, Papers + 1, $"{format.Name}\n{broken}");
            }
        }
    }

    [Fact]
    public async Task Records_whose_problems_are_not_told_one_by_one_are_counted()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var lines = new StringBuilder("""{"paper": {"id": "2406.01234", "title": "Folding Maps"}}""" + "\n");
        for (var i = 0; i < 1_234; i++) lines.Append(CultureInfo.InvariantCulture, $"{{\"paper\": {i}}}\n");

        var result = await database.ImportAsync(ImportSource.Text("mostly-broken.jsonl", lines.ToString()));

        (result.Counts.Records, result.Counts.RecordsAdded, result.Counts.RecordsUnreadable, result.ProblemCount)
            .ShouldBe((1_235, 1, 1_234, 1_001));
    }

    [Fact]
    public async Task A_paper_that_comes_apart_by_a_record_is_not_counted_as_the_record()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            ImportSource.Text("a.bib", "@article{a, title = {Knots}, author = {Moss, J. R.}}"),
            ImportSource.Text("b.bib", "@article{b, title = {Knots}, doi = {10.1000/knots}}"));
        (await database.RowsAsync("select count(*) from papers")).ShouldBe("1");

        var counts = (await database.ImportAsync(ImportSource.Text("c.bib", """
            @article{c, title = {Knots}, author = {Loom, D.}, eprint = {2305.00001}, archivePrefix = {arXiv}}
            """))).Counts;

        (await database.RowsAsync("select count(*) from papers")).ShouldBe("2");
        counts.PapersAdded.ShouldBe(1);
        (counts.RecordsAdded, counts.RecordsChanged, counts.RecordsUnchanged, counts.Records).ShouldBe((0, 1, 0, 1));
    }
}
