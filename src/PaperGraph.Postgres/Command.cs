using System.ComponentModel;
using System.Diagnostics;

namespace PaperGraph.Postgres;

/// <summary>Runs a program of the machine to its end, as the <see cref="ServerUser"/> given, and hands back what it wrote.</summary>
internal static class Command
{
    internal sealed record Result(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Result> RunAsync(
        string program, IEnumerable<string> arguments, ServerUser user, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (user.Name is { } name) start.UserName = name;
        // What the caller's shell says of other servers is not meant for this one, and answers are read in English.
        foreach (var variable in start.Environment.Keys.Where(IsOfPostgres).ToList()) start.Environment.Remove(variable);
        start.Environment["LC_ALL"] = "C";

        using var process = Start(start);
        try
        {
            process.StandardInput.Close();
            var written = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return new Result(process.ExitCode, string.Join('\n', written.Select(text => text.Trim()).Where(text => text.Length > 0)));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsOfPostgres(string variable) => variable.StartsWith("PG", StringComparison.Ordinal);

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            var asWhom = start.UserName.Length > 0 ? $" as the user {start.UserName}" : "";
            throw new PrivatePostgresException($"{start.FileName} cannot be run{asWhom}: {refused.Message}", refused);
        }
    }
}
