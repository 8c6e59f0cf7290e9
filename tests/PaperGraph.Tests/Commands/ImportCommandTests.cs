using System.Globalization;
using System.Text;
using Npgsql;

namespace PaperGraph.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papergraph-import-");
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_read_from_a_file_and_from_standard_input_and_the_status_says_what_is_in_the_database()
    {
        var file = Write("page.txt", Page(1, 2));

        var first = await RunAsync("import", file);
        using var second = Start("import", "-", "--as-of", "2025-06-20");
        var piped = await second.EndAsync(Page(2, 3));

        first.ShouldBe(new(0, """
            Reading: 2 listings
            Finding code and organizations: 2 papers
            Finding concepts: 2 papers
            Joining names to concepts: 2 papers
            Linking papers: 2 papers
            Analyzing the graph: 2 papers
            Read 2 papers on 1 page: 2 new, 0 changed, 0 unchanged, 0 unreadable; 2 new listings.

            """, ""));
        piped.ExitCode.ShouldBe(0);
        piped.Out.ShouldEndWith("Read 2 papers on 1 page: 1 new, 0 changed, 1 unchanged, 0 unreadable; 2 new listings.\n");

        var status = await RunAsync("status");
        status.ExitCode.ShouldBe(0);
        status.Out.ShouldContain("""
            In the database
              papers            3
              listings          4
              pages             2
            """);
        status.Out.ShouldContain("""
            By source
                                 pages  listings  papers
              daily-papers-text      2         4       3
            """);
    }

    [Fact]
    public async Task What_states_no_paper_is_counted_as_records()
    {
        var datasets = Write("datasets.json", """[{"name": "GreenSet", "full_name": "Set of Green Things", "modalities": ["Images"]}]""");

        var first = await RunAsync("import", datasets);
        var again = await RunAsync("import", datasets);

        first.Out.ShouldEndWith("Read 1 record on 1 page: 1 new, 0 changed, 0 unchanged, 0 unreadable; 0 new listings.\n");
        again.Out.ShouldEndWith("Read 1 record on 1 page: 0 new, 0 changed, 1 unchanged, 0 unreadable; 0 new listings.\n");
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_ends_with_1()
    {
        var page = Write("pages/page.txt", Page(1, 1));
        var empty = Write("pages/empty.txt", "");
        var missing = Path.Combine(folder.FullName, "missing.txt");

        var ended = await RunAsync("import", missing, Path.GetDirectoryName(page)!);

        ended.ExitCode.ShouldBe(1);
        ended.Out.ShouldEndWith("Read 1 paper on 1 page: 1 new, 0 changed, 0 unchanged, 0 unreadable; 1 new listing.\n");
        ended.Error.ShouldStartWith($"""
            2 problems:
              {missing}: There is no such file. Check the path.
              {empty}: 
            """.TrimEnd('\n'));
    }

    [SkippableFact]
    public async Task A_folder_that_an_ordinary_user_may_not_read_is_a_problem()
    {
        RootUser.Require();
        if (OperatingSystem.IsWindows()) return;
        var page = Write("closed/page.txt", Page(1, 1));
        var closed = Path.GetDirectoryName(page)!;
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(folder.FullName, Owner | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(closed, Owner);

        using var import = PaperGraphProcess.Start(
            ["import", closed, "--home", Path.Combine(folder.FullName, "home")], new() { ["HOME"] = folder.FullName }, user: "nobody");
        var ended = await import.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldEndWith($"""
            1 problem:
              {closed}: This folder may not be read. Give the user who imports the right to read and to enter it; in a container that is the container's user.

            """);
    }

    [Fact]
    public async Task A_saving_date_in_the_future_is_refused()
    {
        var future = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var ended = await RunAsync("import", Write("page.txt", Page(1, 1)), "--as-of", future);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldStartWith(
            $"--as-of {future} lies in the future. It is the day on which the pages were saved, today at the latest.\n");
    }

    [Fact]
    public async Task An_import_that_is_killed_leaves_whole_chunks_and_is_completed_by_importing_again()
    {
        const int First = 1_700;
        var page = Write("page.txt", Page(1, First));
        using (var pipe = new NamedPipe())
        using (var import = Start("import", page, pipe.Path))
        {
            // The pipe is in the fourth chunk, which is read when the first is written: two go ahead of the one that is being written.
            await using var next = await pipe.OpenWhenReadAsync();
            import.Kill();
        }

        var stored = (long)(await AskAsync("select count(*) from papers"))!;
        stored.ShouldBeOneOf(500L, 1_000L, 1_500L);
        (await AskAsync("select count(*) from listings")).ShouldBe(stored);
        (await AskAsync("select state from import_runs")).ShouldBe("RUNNING");

        var again = await RunAsync("import", page, Write("next.txt", Page(First + 1, First + 5)));

        var left = (First + 5 - stored).ToString("N0", CultureInfo.InvariantCulture);
        again.Out.ShouldEndWith(
            $"Read 1,705 papers on 2 pages: {left} new, 0 changed, {stored:N0} unchanged, 0 unreadable; {left} new listings.\n");
        (await AskAsync("select string_agg(state, ' ' order by id) from import_runs")).ShouldBe("INTERRUPTED DONE");
        (await AskAsync("select count(*) from extractions")).ShouldBe(2L * (First + 5));
    }

    [Fact]
    public async Task An_import_that_is_interrupted_ends_with_130_and_says_what_is_left()
    {
        var page = Write("page.txt", Page(1, 1_700));
        using var pipe = new NamedPipe();
        using var import = Start("import", page, pipe.Path);
        await using var next = await pipe.OpenWhenReadAsync();

        import.Interrupt();
        var ended = await import.EndAsync();

        ended.ExitCode.ShouldBe(130);
        var stored = (long)(await AskAsync("select count(*) from papers"))!;
        stored.ShouldBeOneOf(500L, 1_000L, 1_500L);
        ended.Error.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"""
            Stopped while reading. {stored:N0} listings of what was given are stored. Left to do: reading, finding code and organizations, finding concepts, joining names to concepts, linking papers, analyzing the graph. The same command goes on from there.

            """));
    }

    [Fact]
    public async Task A_database_that_is_not_PaperGraphs_is_refused_and_left_as_it_is()
    {
        await AskAsync("create table papers (id int, brand text); insert into papers values (1, 'laid')");

        var refused = await RunAsync("import", Write("page.txt", Page(1, 1)));

        refused.ShouldBe(new(1, "",
            "The database holds tables that are not PaperGraph's (papers) and is left as it is. "
            + "Give PaperGraph a database of its own, for example by createdb papergraph.\n"));
        (await AskAsync("select string_agg(relname, ' ') from pg_class where relnamespace = 'public'::regnamespace")).ShouldBe("papers");
    }

    private static string Page(int first, int last)
    {
        var page = new StringBuilder("Daily Papers\n\nbyAK and the research community\n\nJun 16\n\n");
        for (var number = first; number <= last; number++)
        {
            page.Append($"""
                On the Colour of Numbered Meadows, Part {number}

                We look at meadow {number} and count what grows on it, year after year, with and without a fence around it.

                  • 2 authors
                ·
                Jun 12, 2024


                """);
        }
        return page.ToString();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private PaperGraphProcess Start(params string[] arguments) =>
        PaperGraphProcess.Start([.. arguments, "--database", database.ConnectionString]);

    private Task<PaperGraphProcess.Ended> RunAsync(params string[] arguments) => Start(arguments).EndAsync();
}
