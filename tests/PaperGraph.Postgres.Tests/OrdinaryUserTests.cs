using System.Diagnostics;

namespace PaperGraph.Postgres.Tests;

/// <summary>Root runs the server as another user; a user who is not root runs it as himself. Both have to hold.</summary>
public sealed class OrdinaryUserTests
{
    private const string Somebody = "nobody";

    [SkippableFact]
    public async Task Run_by_root_the_server_is_another_users_process()
    {
        RootUser.Require();
        using var home = new PrivateHome();
        await using var postgres = await home.StartAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{home.Postmaster}/status");
        var users = status.First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];
        users.ShouldAllBe(user => user != "0");
    }

    [SkippableFact]
    public async Task A_home_that_the_servers_user_cannot_reach_is_refused_with_another()
    {
        RootUser.Require();
        using var closed = new PrivateHome();
        var home = Path.Combine(closed.Path, "home");

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() =>
            PrivatePostgres.StartOrAdoptAsync(closed.Setup with { Home = home }, null, CancellationToken.None));
        refused.Message.ShouldEndWith(
            $"who may not pass through {closed.Path} to reach {home}. "
            + "Choose another data folder with --home or PAPERGRAPH_HOME, /var/lib/papergraph for example.");
    }

    [SkippableFact]
    public async Task Root_runs_the_server_of_another_users_data_as_that_user()
    {
        RootUser.Require();
        using var home = new PrivateHome();
        await (await home.StartAsync()).DisposeAsync();
        var data = PostgresFolders.Data(home.Folders.Cluster);
        await Command.RunAsync("chown", ["-R", $"{Somebody}:", data], ServerUser.Same, "/", CancellationToken.None);

        await using var postgres = await home.StartAsync();
        (await ServerUser.ForAsync(data, CancellationToken.None)).Name.ShouldBe(Somebody);
        (await PrivateHome.AskAsync(postgres.ConnectionString, "select 1")).ShouldBe(1);
    }

    [SkippableFact]
    public async Task All_that_holds_for_root_holds_for_an_ordinary_user()
    {
        RootUser.Require();
        var home = Directory.CreateTempSubdirectory("papergraph-nobody-").FullName;
        await new ServerUser(Somebody).GiveAsync(home, CancellationToken.None);
        var start = new ProcessStartInfo("dotnet", ["test", typeof(OrdinaryUserTests).Assembly.Location, "--filter", "Server=private"])
        {
            UserName = Somebody,
            WorkingDirectory = home,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = home;
        start.Environment["DOTNET_CLI_HOME"] = home;

        using var tests = Process.Start(start)!;
        var said = await tests.StandardOutput.ReadToEndAsync();
        await tests.WaitForExitAsync();
        Directory.Delete(home, recursive: true);

        tests.ExitCode.ShouldBe(0, said);
        said.ShouldContain("Passed!");
    }
}
