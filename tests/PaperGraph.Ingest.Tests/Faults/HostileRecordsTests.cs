using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests.Faults;

/// <summary>
/// Nothing that a record says ends an import, or costs a record beside it anything that it states; and none is lost in silence.
/// </summary>
public sealed class HostileRecordsTests
{
    private const int Records = 16;

    [Theory]
    [InlineData(1)]
    public async Task They_cost_no_other_and_none_is_lost_in_silence(int seed)
    {
        var random = new Random(seed);
        var files = MadeHostile.All.Select(kind => (kind.Name, Texts: kind.Write(Records, random))).ToList();
        await using var plain = await ImportDatabase.CreateAsync();
        await using var database = await ImportDatabase.CreateAsync();
        (await plain.ImportAsync([SamplePages.Monday, .. files.Select(file => ImportSource.Text(file.Name, file.Texts.Harmless))]))
            .Problems.Select(problem => problem.Message).ShouldBeEmpty();

        ImportSource[] sources = [SamplePages.Monday, .. files.Select(file => ImportSource.Text(file.Name, file.Texts.All))];
        var result = await database.ImportAsync(sources);

        (await database.RowsAsync("select state from import_runs")).ShouldBe("DONE");
        Harmless(await database.TellStatedAsync()).ShouldBe(Harmless(await plain.TellStatedAsync()));
        var counts = result.Counts;
        (counts.RecordsAdded + counts.RecordsChanged + counts.RecordsUnchanged + counts.RecordsUnreadable).ShouldBe(counts.Records);

        var before = await database.RowVersionsAsync();
        (await database.ImportAsync(sources)).ProblemCount.ShouldBe(result.ProblemCount);
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    private static string[] Harmless(string told) =>
        [.. told.Split('\n').Where(line => line.Contains(MadeHostile.Harmless, StringComparison.OrdinalIgnoreCase))];
}
