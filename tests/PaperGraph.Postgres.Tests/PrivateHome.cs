using Npgsql;

namespace PaperGraph.Postgres.Tests;

/// <summary>A data folder for the tests of a class. Its server is not careful with the data; each test leaves it stopped.</summary>
public sealed class PrivateHome : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("papergraph-home-").FullName;

    internal PostgresFolders Folders => new(Path);

    internal PrivatePostgresSetup Setup => new(Path)
    {
        Settings = new Dictionary<string, string> { ["fsync"] = "off" },
        Building = ["--no-sync"],
    };

    internal string PidFile => System.IO.Path.Combine(PostgresFolders.Data(Folders.Cluster), "postmaster.pid");

    internal int Postmaster => int.Parse(File.ReadLines(PidFile).First());

    internal bool Runs => File.Exists(PidFile);

    internal Task<PrivatePostgres> StartAsync(Action<string>? progress = null) =>
        PrivatePostgres.StartOrAdoptAsync(Setup, progress, CancellationToken.None);

    internal static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public void Dispose()
    {
        Runs.ShouldBeFalse("a test left the server running");
        Directory.Delete(Path, recursive: true);
    }
}
