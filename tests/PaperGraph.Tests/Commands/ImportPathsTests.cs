using System.Diagnostics;
using System.Net.Sockets;
using PaperGraph.Commands;
using PaperGraph.Sources;

namespace PaperGraph.Tests.Commands;

public sealed class ImportPathsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papergraph-paths");

    [Fact]
    public void A_folder_stands_for_the_files_in_it_and_below_by_name()
    {
        Write("b.txt");
        Write("a/c.json");
        Write("a.txt");

        Names(folder.FullName).ShouldBe([Full("a.txt"), Full("a/c.json"), Full("b.txt")]);
    }

    [Fact]
    public void Hidden_files_of_a_folder_are_passed_over()
    {
        Write(".git/config");
        Write(".hidden.txt");
        Write("a.txt");

        Names(folder.FullName).ShouldBe([Full("a.txt")]);
    }

    [Fact]
    public void Paths_keep_the_order_in_which_they_were_given() =>
        Names("z.txt", "-", "a.txt").ShouldBe(["z.txt", "standard input", "a.txt"]);

    [Fact]
    public void What_several_paths_lead_to_is_read_once()
    {
        Write("a/page.txt");
        Link("a/again.txt", "page.txt");
        Link("a/up", "..");
        Link("a/self", ".");
        Link("b", "a");

        Names(folder.FullName).ShouldBe([Full("a/again.txt")]);
        Names(Full("a/page.txt"), folder.FullName).ShouldBe([Full("a/page.txt")]);
    }

    [Fact]
    public void A_link_into_another_folder_is_followed()
    {
        Write("elsewhere/page.txt");
        Directory.CreateDirectory(Full("pages"));
        Link("pages/link", Full("elsewhere"));

        Names(Full("pages")).ShouldBe([Full("pages/link/page.txt")]);
    }

    [Fact]
    public async Task What_is_no_file_is_named_and_passed_over()
    {
        Write("page.txt");
        Link("loop", "loop");
        Link("nowhere", "missing.txt");
        await MakePipeAsync("pipe");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Full("socket")));

        Problems(folder.FullName).ShouldBe([
            $"{Full("loop")}: This link leads to nothing that may be read.",
            $"{Full("nowhere")}: This link leads to nothing that may be read.",
            $"{Full("pipe")}: This is a pipe, and no file.",
            $"{Full("socket")}: This is a socket, and no file.",
        ]);
        Names(folder.FullName).ShouldContain(Full("page.txt"));
    }

    [Fact]
    public async Task A_pipe_given_by_its_name_is_read()
    {
        await MakePipeAsync("pipe");
        Problems(Full("pipe")).ShouldBeEmpty();
    }

    [Fact]
    public void Devices_without_an_end_and_the_kernel_s_folders_are_not_read()
    {
        if (!OperatingSystem.IsLinux()) return;
        Problems("/dev/zero", "/proc").ShouldBe([
            "/dev/zero: This is a device, and no file.", "/proc: This folder is the kernel's (proc) and holds no files.",
        ]);
    }

    [Fact]
    public void An_empty_folder_says_so()
    {
        Directory.CreateDirectory(Full("deep/er"));
        Write(".hidden");

        Problems(folder.FullName).ShouldBe([$"{folder.FullName}: There is no file in this folder."]);
    }

    [Fact]
    public void An_empty_name_is_a_problem() => Problems("").ShouldBe([": An empty name is no file."]);

    [Fact]
    public void A_folder_is_looked_at_only_as_its_files_are_asked_for()
    {
        for (var number = 0; number < 100; number++) Write($"{number:00}/page.txt");
        using var names = Names(folder.FullName).GetEnumerator();
        names.MoveNext().ShouldBeTrue();

        Directory.Delete(Full("99"), recursive: true);

        var rest = new List<string>();
        while (names.MoveNext()) rest.Add(names.Current);
        rest.Count.ShouldBe(99);
        rest[^1].ShouldBe(Full("99"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Names(params string[] paths) =>
        ImportPaths.Expand(paths, () => Stream.Null).Select(source => source.Name);

    private static IEnumerable<string> Problems(params string[] paths) =>
        ImportPaths.Expand(paths, () => Stream.Null).Select(source => source.Problem).OfType<ReadProblem>()
            .Select(problem => $"{problem.File}: {problem.Message}");

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.CreateSymbolicLink(Full(path), target);
    }

    private async Task MakePipeAsync(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [Full(path)]);
        await mkfifo.WaitForExitAsync();
    }

    private string Full(string path) => Path.Combine(folder.FullName, path);

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), "");
    }
}
