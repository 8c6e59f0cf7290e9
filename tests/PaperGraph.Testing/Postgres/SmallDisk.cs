using System.Diagnostics;
using Shouldly;
using Xunit;

namespace PaperGraph.Testing;

/// <summary>A file system of its own in memory.</summary>
public sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> CanMount = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        try
        {
            new SmallDisk(megabytes: 1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    });

    public SmallDisk(int megabytes)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "tmpfs", Path) == 0) return;
        Directory.Delete(Path);
        throw new InvalidOperationException("No file system may be mounted here.");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("papergraph-disk-").FullName;

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Skips the test that calls it where none may be mounted.</summary>
    public static void Require() => Skip.IfNot(CanMount.Value, "needs a user who may mount a file system, on Linux");

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var filler = File.Create(Filler, bufferSize: 0);
        try
        {
            while (true) filler.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        // A server that has said that it ended may hold it for a moment longer: then it goes with that.
        Run("umount", "--lazy", Path).ShouldBe(0, $"{Path} cannot be taken away");
        Directory.Delete(Path);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
