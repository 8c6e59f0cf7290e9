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

    [Fact]
    public async Task An_import_works_while_the_server_runs_and_goes_on_when_it_ends()
    {
        using var http = new HttpClient();
        using var server = Start("serve", "--urls", "http://127.0.0.1:0");
        (await server.ReadUntilAsync("importing the built-in sample page")).ShouldNotBeNull();
        var line = await server.ReadUntilAsync("PaperGraph serves");
        var address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]);
        (await http.GetStringAsync(new Uri(address, "/health/ready"))).ShouldStartWith("ready\n");

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

        using var status = Start("status");
        var told = await status.EndAsync();
        told.Out.ShouldContain($"Data: {home.FullName}");
        told.Out.ShouldMatch(@"\n\nIts PostgreSQL\n  shared_buffers +[0-9]+[MG]B\n  effective_cache_size +[0-9]+[MG]B\n");
    }

    [Fact]
    public async Task A_server_whose_PostgreSQL_is_killed_answers_again_without_anybodys_doing()
    {
        using var http = new HttpClient();
        using var server = Start("serve", "--no-sample", "--urls", "http://127.0.0.1:0");
        var line = await server.ReadUntilAsync("PaperGraph serves");
        var query = new Uri(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]), "/graphql?query={papers{totalCount}}");
        (await http.GetAsync(query)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var postmaster = File.ReadLines(Path.Combine(home.FullName, "postgres", "cluster", "data", "postmaster.pid")).First();
        Process.GetProcessById(int.Parse(postmaster)).Kill();

        await server.ReadUntilAsync("PostgreSQL runs again");
        (await http.GetAsync(query)).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Terminate();
        (await server.EndAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_start_does_not_import_the_sample_again()
    {
        using (var first = Start("serve", "--urls", "http://127.0.0.1:0"))
        {
            await first.ReadUntilAsync("PaperGraph serves");
            first.Terminate();
            await first.EndAsync();
        }

        using var second = Start("serve", "--urls", "http://127.0.0.1:0");
        await second.ReadUntilAsync("PaperGraph serves");
        second.Terminate();
        (await second.EndAsync()).Error.ShouldNotContain("Building the data folder");

        using var status = Start("status");
        (await status.EndAsync()).Out.ShouldMatch(@"import runs\s+1\n");
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

    private PaperGraphProcess Start(params string[] arguments) => PaperGraphProcess.Start([.. arguments, "--home", home.FullName]);
}
