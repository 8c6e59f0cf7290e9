using System.Diagnostics;

namespace PaperGraph.Postgres.Tests;

/// <summary>
/// A second process that uses the private PostgreSQL of a folder until it is told to leave, or is killed. This assembly's
/// Main is what runs in it.
/// </summary>
internal sealed class AnotherProcess : IDisposable
{
    private readonly Process process;

    private AnotherProcess(Process process) => this.process = process;

    /// <summary>Whether the process found the server running.</summary>
    public bool Adopted { get; private set; }

    public static async Task<AnotherProcess> UsingAsync(string home)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(AnotherProcess).Assembly.Location, home])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var another = new AnotherProcess(Process.Start(start)!);
        var said = await another.process.StandardOutput.ReadLineAsync();
        if (said is not ("adopted" or "started"))
            throw new InvalidOperationException($"{said}\n{await another.process.StandardOutput.ReadToEndAsync()}");
        another.Adopted = said == "adopted";
        return another;
    }

    public async Task LeaveAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            await using var postgres = await PrivatePostgres.StartOrAdoptAsync(arguments[0]);
            await Console.Out.WriteLineAsync(postgres.Adopted ? "adopted" : "started");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (PrivatePostgresException refused)
        {
            await Console.Out.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
