using System.Diagnostics;

namespace PaperGraph.Tests.Commands;

/// <summary>The built program as a process of its own.</summary>
internal sealed class PaperGraphProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "papergraph.dll");
    private static readonly string[] Variables =
    [
        "PAPERGRAPH_DATABASE", "PAPERGRAPH_HOME", "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_ENVIRONMENT",
        "DOTNET_ENVIRONMENT", "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    private readonly Process process;
    private readonly Task<string> error;

    private PaperGraphProcess(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static PaperGraphProcess Start(params string[] arguments) => Start(arguments, []);

    /// <param name="user">As whom root runs it; himself where it is null.</param>
    public static PaperGraphProcess Start(
        string[] arguments, Dictionary<string, string> environment, string? user = null, string? umask = null)
    {
        string[] command = ["dotnet", Program, .. arguments];
        if (umask is not null) command = ["sh", "-c", $"umask {umask}; exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (user is not null) start.UserName = user;
        foreach (var name in Variables) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new PaperGraphProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end, with nothing on standard input.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => Start(arguments).EndAsync();

    /// <summary>Reads what it writes until a line that holds <paramref name="words"/>.</summary>
    public async Task<string> ReadUntilAsync(string words)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"papergraph ended without saying \"{words}\": {await error}");
    }

    /// <summary>Closes its standard input behind <paramref name="input"/> and waits for its end.</summary>
    public async Task<Ended> EndAsync(string input = "")
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        await process.StandardInput.WriteAsync(input.AsMemory(), timeout.Token);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new Ended(process.ExitCode, WithoutWaiting(output), WithoutWaiting(await error));
    }

    /// <summary>Lines that tell only that something takes its time come when it does, which a busy machine decides.</summary>
    private static string WithoutWaiting(string text) => string.Concat(text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !line.EndsWith(" …", StringComparison.Ordinal) && !line.Contains(" so far", StringComparison.Ordinal))
        .Select(line => line + "\n"))[..^1];

    /// <summary>SIGINT: what Ctrl+C sends.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>SIGTERM: asks it to end.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>SIGKILL: ends it where it stands.</summary>
    public void Kill() => Signal("KILL");

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public sealed record Ended(int ExitCode, string Out, string Error);
}
