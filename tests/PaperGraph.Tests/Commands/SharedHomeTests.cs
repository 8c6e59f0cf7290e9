using System.Diagnostics;
using System.Net;
using System.Text;

namespace PaperGraph.Tests.Commands;

/// <summary>Server and commands on one home, with the program's own PostgreSQL.</summary>
public sealed class SharedHomeTests : IDisposable
{
    private const string Page = """
        Daily Papers

        byAK and the research community

        Jun 16

        A Meadow after the Server Has Left

        The meadow is still there, and so is what grows on it: nothing of it was taken along.

          • 2 authors
        ·
        Jun 12, 2024
        """;

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("papergraph-home-");

    /// <summary>On one home, which takes the longest to build.</summary>
    [Fact]
    public async Task An_import_outlives_the_server_and_a_second_start_and_following_outlive_their_PostgreSQL()
    {
        using var http = new HttpClient();
        using var server = Start("serve", "--urls", "http://127.0.0.1:0");
        (await server.ReadUntilAsync("importing the built-in sample page")).ShouldNotBeNull();
        (await http.GetStringAsync(new Uri(AddressIn(await server.ReadUntilAsync("PaperGraph serves")), "/health/ready")))
            .ShouldStartWith("ready\n");

        using var pipe = new NamedPipe();
        using var import = Start("import", pipe.Path);
        await using (var page = await pipe.OpenWhenReadAsync())
        {
            server.Terminate();
            (await server.EndAsync()).ExitCode.ShouldBe(0);
            await page.WriteAsync(Encoding.UTF8.GetBytes(Page));
        }
        var imported = await import.EndAsync();
        imported.Error.ShouldBeEmpty();
        imported.Out.ShouldEndWith("Read 1 paper on 1 page: 1 new, 0 changed, 0 unchanged, 0 unreadable; 1 new listing.\n");

        using var second = Start("serve", "--urls", "http://127.0.0.1:0");
        var address = AddressIn(await second.ReadUntilAsync("PaperGraph serves"));
        var query = new Uri(address, "/graphql?query={papers{totalCount}}");
        (await http.GetAsync(query)).StatusCode.ShouldBe(HttpStatusCode.OK);
        KillPostgres();

        await second.ReadUntilAsync("PostgreSQL runs again");
        (await http.GetAsync(query)).StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Terminate();
        var ended = await second.EndAsync();
        ended.ExitCode.ShouldBe(0);
        ended.Error.ShouldNotContain("Building the data folder");

        using var status = Start("status");
        var told = await status.EndAsync();
        told.Out.ShouldContain($"Data: {home.FullName}");
        told.Out.ShouldMatch(@"import runs\s+2\n", "the sample was not imported again");
        told.Out.ShouldMatch(@"\n\nIts PostgreSQL\n  shared_buffers +[0-9]+[MG]B\n  effective_cache_size +[0-9]+[MG]B\n");

        await using var source = new StandInServer(
            request => StandInAnswer.Text(SourceAnswers.Daily(request.Target[^20..^10], "Followed")));
        using var follow = PaperGraphProcess.Start(
            ["follow", "--daily", "--home", home.FullName], new() { ["Fetch__HuggingFace"] = source.Address.AbsoluteUri });
        await follow.ReadUntilAsync("Followed daily");
        KillPostgres();

        await follow.ReadUntilAsync("The database is back, and following goes on");
        follow.Terminate();
        (await follow.EndAsync()).ExitCode.ShouldBe(143);
    }

    [Fact]
    public async Task The_programs_own_PostgreSQL_starts_whatever_the_shell_says_and_the_home_is_called()
    {
        if (!OperatingSystem.IsWindows()) home.UnixFileMode |= UnixFileMode.OtherExecute;
        var folder = Path.Combine(home.FullName, "nobody's \"meadow\", \\n $HOME", "inside");
        using var status = PaperGraphProcess.Start(["status", "--home", folder], new()
        {
            ["PGOPTIONS"] = "-c default_transaction_read_only=on",
            ["PGTZ"] = "nowhere",
            ["PGREQUIREAUTH"] = "none",
            ["PGUSER"] = "nobody",
            ["PGPORT"] = "none",
            ["PGDATA"] = "/nowhere",
            ["PGCLIENTENCODING"] = "none",
            ["PGTARGETSESSIONATTRS"] = "standby",
        }, umask: "077");

        var ended = await status.EndAsync();

        (ended.ExitCode, ended.Error).ShouldBe((0, ""));
        ended.Out.ShouldStartWith($"Data: {folder}");
    }

    public void Dispose() => home.Delete(recursive: true);

    private void KillPostgres()
    {
        var postmaster = File.ReadLines(Path.Combine(home.FullName, "postgres", "cluster", "data", "postmaster.pid")).First();
        Process.GetProcessById(int.Parse(postmaster)).Kill();
    }

    private static Uri AddressIn(string line) => new(line[line.IndexOf("http", StringComparison.Ordinal)..]);

    private PaperGraphProcess Start(params string[] arguments) => PaperGraphProcess.Start([.. arguments, "--home", home.FullName]);
}
