using PaperGraph.Postgres;

namespace PaperGraph.Testing;

/// <summary>
/// A server from the machine's own PostgreSQL programs: the private PostgreSQL of PaperGraph, in a folder for temporary
/// files and not careful with its data. It is shared by all test processes of a user and stopped with the last one.
/// </summary>
internal static class NativeServer
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
        // Whatever drops a database or a table looks through all of them. The log of changes is kept for the next run.
        ["shared_buffers"] = "128MB",
        ["max_wal_size"] = "512MB",
    };

    public static async Task<string> StartOrAdoptAsync()
    {
        var setup = new PrivatePostgresSetup(TestFolder.Path) { Settings = Settings, Building = ["--no-sync"] };
        var server = await StartAsync(setup);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server.ConnectionString;
    }

    /// <summary>Starts it, with new data where the old ones were spoilt by a crash or are another version's.</summary>
    private static async Task<PrivatePostgres> StartAsync(PrivatePostgresSetup setup)
    {
        var folders = new PostgresFolders(setup.Home);
        try
        {
            return await PrivatePostgres.StartOrAdoptAsync(setup, progress: null, CancellationToken.None);
        }
        catch (PrivatePostgresException) when (Directory.Exists(folders.Cluster))
        {
            using (await FileLock.TakeAsync(folders.StartLock, shared: false, waiting: null, CancellationToken.None))
            using (var alone = FileLock.TryTake(folders.UsersLock, shared: false))
            {
                // What others run on is not spoilt: this process alone could not reach it.
                if (alone is null) throw;
                Directory.Delete(folders.Cluster, recursive: true);
            }
            return await PrivatePostgres.StartOrAdoptAsync(setup, progress: null, CancellationToken.None);
        }
    }
}
