namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class PrivatePostgresErrorTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    private static readonly PostgresSearch Nothing = new([], Npm: null);

    [Fact]
    public async Task Without_PostgreSQL_a_start_is_refused_with_three_things_to_do()
    {
        using var empty = new PrivateHome();
        var refused = await RefusedAsync(empty.Setup with { Search = Nothing });

        refused.ShouldBe("""
            PaperGraph keeps its graph in PostgreSQL, and this machine has none, nor npm to fetch one with.
            Do one of these and start again:
              - install PostgreSQL 15 or newer (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install
                postgresql-server; macOS: brew install postgresql@17), or npm, which can fetch it;
              - give the connection string of a PostgreSQL server with --database or PAPERGRAPH_DATABASE;
              - run PaperGraph with its database in containers: docker compose up.
            """);
    }

    [Fact]
    public async Task Data_of_another_major_version_are_refused_with_how_to_export_them()
    {
        await (await home.StartAsync()).DisposeAsync();
        var file = Path.Combine(PostgresFolders.Data(home.Folders.Cluster), "PG_VERSION");
        var version = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "14\n");

        var refused = await RefusedAsync(home.Setup);

        refused.ShouldStartWith($"The data in {home.Folders.Cluster} were written by PostgreSQL 14, and here is ");
        refused.ShouldContain($"pg_dump -h {home.Folders.Sockets} -U papergraph -Fc -f papergraph.dump papergraph");
        refused.ShouldContain("Install PostgreSQL 14 and start again");
        await File.WriteAllTextAsync(file, version);
        await (await home.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_that_holds_no_data_of_PostgreSQL_is_not_overwritten()
    {
        using var other = new PrivateHome();
        Directory.CreateDirectory(other.Folders.Cluster);
        await File.WriteAllTextAsync(Path.Combine(other.Folders.Cluster, "thesis.txt"), "years of work");

        (await RefusedAsync(other.Setup)).ShouldStartWith($"{other.Folders.Cluster} holds no PostgreSQL data");
        File.Exists(Path.Combine(other.Folders.Cluster, "thesis.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused_with_what_else_to_do()
    {
        using var taken = new PrivateHome();
        var file = Path.Combine(taken.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var refused = await RefusedAsync(taken.Setup with { Home = file });
        refused.ShouldStartWith($"PaperGraph cannot keep its data in {file}: ");
        refused.ShouldContain("--home");
    }

    private static async Task<string> RefusedAsync(PrivatePostgresSetup setup) =>
        (await Should.ThrowAsync<PrivatePostgresException>(() =>
            PrivatePostgres.StartOrAdoptAsync(setup, null, CancellationToken.None))).Message;
}
