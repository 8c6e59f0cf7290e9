using PaperGraph.Data.Imports;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Imports;

public sealed class ImportProblemReadsTests(MigratedDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task Problems_are_chosen_by_file_source_reason_run_and_time()
    {
        var first = await BeginAsync(PageOf.Now);
        var second = await BeginAsync(PageOf.Now.AddDays(1));
        await AddAsync(
            first,
            new ProblemRow("bibtex", "books/100%_a.bib", 3, 1, "year = 31 Feb", "“date” is no date. Correct it."),
            new ProblemRow(null, "b.json", null, null, "", "There is no such file. Check the path."));
        await AddAsync(second, new ProblemRow("ris", "books/c.ris", 9, null, "", "This reference has no title. Give it one in TI."));

        (await ReadAsync(new())).ShouldBe(["books/c.ris", "b.json", "books/100%_a.bib"]);
        (await ReadAsync(new(File: "books/"))).ShouldBe(["books/c.ris", "books/100%_a.bib"]);
        (await ReadAsync(new(File: "%_a"))).ShouldBe(["books/100%_a.bib"]);
        (await ReadAsync(new(File: "%_c"))).ShouldBeEmpty();
        (await ReadAsync(new(Source: "ris"))).ShouldBe(["books/c.ris"]);
        (await ReadAsync(new(Reason: "NO Date"))).ShouldBe(["books/100%_a.bib"]);
        (await ReadAsync(new(Reason: "no%date"))).ShouldBeEmpty();
        (await ReadAsync(new(Run: first))).ShouldBe(["b.json", "books/100%_a.bib"]);
        (await ReadAsync(new(Since: PageOf.Now.AddHours(1)))).ShouldBe(["books/c.ris"]);
        (await ReadAsync(new(Since: PageOf.Now, Source: "bibtex"))).ShouldBe(["books/100%_a.bib"]);
    }

    [Fact]
    public async Task Problems_are_read_page_by_page_and_counted()
    {
        var run = await BeginAsync(PageOf.Now);
        await AddAsync(run, [.. Enumerable.Range(1, 7).Select(line => new ProblemRow("ris", "a.ris", line, null, $"{line}", "Broken."))]);

        var lines = new List<int?>();
        for (long? before = null; ;)
        {
            var page = await ImportProblemReads.ReadAsync(DataSource, new(), before, limit: 3, CancellationToken.None).ToListAsync();
            if (page.Count == 0) break;
            lines.AddRange(page.Select(problem => problem.Line));
            before = page[^1].Id;
        }

        lines.ShouldBe([7, 6, 5, 4, 3, 2, 1]);
        (await ImportProblemReads.CountAsync(DataSource, new(Run: run), CancellationToken.None)).ShouldBe(7);
        (await ImportProblemReads.CountAsync(DataSource, new(Run: run + 1), CancellationToken.None)).ShouldBe(0);
    }

    private async Task<List<string>> ReadAsync(ProblemFilter filter) =>
        await ImportProblemReads.ReadAsync(DataSource, filter, before: null, limit: null, CancellationToken.None)
            .Select(problem => problem.File)
            .ToListAsync();

    private async Task<long> BeginAsync(DateTimeOffset now)
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        return await ImportRunStore.BeginAsync(connection, ["a"], now, CancellationToken.None);
    }

    private Task<int> AddAsync(long run, params ProblemRow[] problems) =>
        CommitAsync(t => ImportProblemUpserts.AddAsync(t, run, problems, CancellationToken.None));
}
