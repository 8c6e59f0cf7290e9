using System.Reflection;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>Tables shipped inside the assembly: a header, then rows of tab-separated cells; lines with "#" are comments.</summary>
internal static class TsvResource
{
    public static IEnumerable<string[]> Rows(string fileName)
    {
        var assembly = typeof(TsvResource).Assembly;
        using var reader = new StreamReader(Open(assembly, fileName));
        var columns = -1;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns < 0)
            {
                columns = cells.Length;
                continue;
            }

            if (cells.Length != columns)
                throw new InvalidDataException($"{fileName}, line {number}: {cells.Length} cells where the header has {columns}.");
            yield return cells;
        }
    }

    public static string[] List(string cell) =>
        cell.Length == 0 ? [] : cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static Stream Open(Assembly assembly, string fileName) =>
        assembly.GetManifestResourceStream(fileName)
        ?? throw new InvalidOperationException($"{fileName} is not embedded in {assembly.GetName().Name}.");
}
