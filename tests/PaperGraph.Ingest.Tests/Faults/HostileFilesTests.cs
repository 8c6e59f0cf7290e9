using System.Diagnostics;
using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests.Faults;

/// <summary>Nothing that files are called, or that is noted of them, ends an import.</summary>
public sealed class HostileFilesTests
{
    [Fact]
    public async Task Whatever_files_are_called_they_are_read_and_what_is_wrong_in_them_is_told()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var sources = MadeHostile.Texts.Select((name, i) => ImportSource.Text(
            name, Reference($"Called Number {i}") + "TY  - JOUR\nER  - \n")).ToArray();

        var result = await database.ImportAsync([.. sources, SamplePages.Monday]);

        (await database.RowsAsync("select state from import_runs")).ShouldBe("DONE");
        (await database.RowsAsync("select count(*) from papers where title like 'Called Number %'")).ShouldBe($"{sources.Length}");
        result.ProblemCount.ShouldBe(sources.Length);
        (await database.RowsAsync("select count(*) from papers where title = 'Rivers of Tokens'")).ShouldBe("1");
    }

    /// <summary>File systems in memory keep times that are thousands of years before and behind those of .NET.</summary>
    [SkippableFact]
    public async Task A_file_of_no_possible_time_is_read_as_one_without()
    {
        const string Memory = "/dev/shm";
        Skip.IfNot(OperatingSystem.IsLinux() && Directory.Exists(Memory), "Only Linux has files of such times.");
        await using var database = await ImportDatabase.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(Memory, Path.GetRandomFileName()));
        try
        {
            var sources = new List<ImportSource>();
            foreach (var (name, time) in new[] { ("far", "99999999999999"), ("long ago", "-99999999999") })
            {
                var path = Path.Combine(folder.FullName, name);
                await File.WriteAllTextAsync(path, Reference($"Written {name}"));
                using var touch = Process.Start("touch", ["-d", $"@{time}", path]);
                await touch.WaitForExitAsync();
                Skip.IfNot(touch.ExitCode == 0, "The file system keeps no such times.");
                sources.Add(ImportSource.File(path));
            }

            (await database.ImportAsync([.. sources])).ProblemCount.ShouldBe(0);

            (await database.RowsAsync("select title from papers order by title")).ShouldBe("Written far\nWritten long ago");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Reference(string title) => $"TY  - JOUR\nTI  - {title}\nER  - \n";
}
