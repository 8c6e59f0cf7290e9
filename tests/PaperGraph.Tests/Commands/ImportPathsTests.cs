using PaperGraph.Commands;

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

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Names(params string[] paths) =>
        ImportPaths.Expand(paths, () => Stream.Null).Select(source => source.Name);

    private string Full(string path) => Path.Combine(folder.FullName, path);

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), "");
    }
}
