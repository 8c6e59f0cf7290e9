using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using PaperGraph.Postgres;

namespace PaperGraph.Testing;

/// <summary>
/// A server in a container, not careful with its data. It is shared by all test processes of a user and ends with the
/// last one; after a run that crashed, the next adopts it.
/// </summary>
internal static class ContainerServer
{
    public const string Image = "postgres:17";

    private const string Label = "org.papergraph.tests";
    private const string PasswordVariable = "POSTGRES_PASSWORD";
    private const int Attempts = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static string Owner => $"{Environment.UserName}@{Environment.MachineName}";

    private static string StartLock => Path.Combine(TestFolder.Path, "container-start.lock");

    private static string UsersLock => Path.Combine(TestFolder.Path, "container-users.lock");

    public static async Task<string> StartOrAdoptAsync(ContainerEngine engine)
    {
        using var starting = await FileLock.TakeAsync(StartLock, shared: false, waiting: null, CancellationToken.None);
        var use = await FileLock.TakeAsync(UsersLock, shared: true, waiting: null, CancellationToken.None);
        var container = await engine.FindRunningAsync($"{Label}={Owner}")
            ?? await engine.InspectAsync(await engine.RunAsync(Describe(engine)));
        var connectionString = await WaitAsync(Candidates(engine, container));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave(engine, (string)container["Id"]!, use);
        return connectionString;
    }

    private static void Leave(ContainerEngine engine, string id, FileLock use)
    {
        using var stopping = FileLock.TryTake(StartLock, shared: false);
        use.Dispose();
        using var others = stopping is null ? null : FileLock.TryTake(UsersLock, shared: false);
        if (others is not null) engine.Kill(id);
    }

    private static JsonObject Describe(ContainerEngine engine) => new()
    {
        ["Image"] = Image,
        ["Env"] = new JsonArray(
            $"{PasswordVariable}={RandomNumberGenerator.GetHexString(32)}", "POSTGRES_INITDB_ARGS=--locale=C.UTF-8 --no-sync"),
        ["Cmd"] = new JsonArray(
            "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300"),
        ["Labels"] = new JsonObject { [Label] = Owner },
        ["ExposedPorts"] = new JsonObject { ["5432/tcp"] = new JsonObject() },
        ["HostConfig"] = new JsonObject
        {
            ["AutoRemove"] = true,
            ["ShmSize"] = 256 * 1024 * 1024,
            ["PortBindings"] = new JsonObject
            {
                ["5432/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = engine.IsLocal ? engine.Host : "", ["HostPort"] = "" }),
            },
        },
    };

    /// <summary>The published port, and the container's own address for tests that run in a container themselves.</summary>
    private static string[] Candidates(ContainerEngine engine, JsonNode container)
    {
        var password = container["Config"]!["Env"]!.AsArray().Select(line => (string)line!)
            .First(line => line.StartsWith(PasswordVariable, StringComparison.Ordinal))[(PasswordVariable.Length + 1)..];
        var network = container["NetworkSettings"]!;
        var candidates = new List<string>();
        if (network["Ports"]?["5432/tcp"] is JsonArray { Count: > 0 } published)
            candidates.Add($"Host={engine.Host};Port={published[0]!["HostPort"]};Username=postgres;Password={password};Database=postgres");
        if ((string?)network["IPAddress"] is { Length: > 0 } address)
            candidates.Add($"Host={address};Port=5432;Username=postgres;Password={password};Database=postgres");
        return [.. candidates];
    }

    private static async Task<string> WaitAsync(string[] candidates)
    {
        for (var attempt = 0; ; attempt++)
        {
            var candidate = candidates[attempt % candidates.Length];
            try
            {
                await using var connection = new NpgsqlConnection(candidate + ";Pooling=false;Timeout=5");
                await connection.OpenAsync();
                return candidate;
            }
            catch (NpgsqlException) when (attempt < Attempts)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
