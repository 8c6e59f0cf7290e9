using System.Reflection;

namespace PaperGraph.Model;

/// <summary>Tables shipped inside an assembly: rows of tab-separated cells; lines that begin with "#" are comments.</summary>
public static class TsvResource
{
    /// <summary>The rows, each with as many cells as the first one.</summary>
    /// <param name="hasHeader">The first row names the columns, and is left out.</param>
    /// <exception cref="InvalidDataException">A row has other cells than the first one.</exception>
    public static IEnumerable<string[]> Rows(Assembly assembly, string fileName, bool hasHeader)
    {
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
                if (hasHeader) continue;
            }

            if (cells.Length != columns)
                throw new InvalidDataException($"{fileName}, line {number}: {cells.Length} cells where the first row has {columns}.");
            yield return cells;
        }
    }

    /// <summary>What a cell lists, with "|" between.</summary>
    public static string[] List(string cell) =>
        cell.Length == 0 ? [] : cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="InvalidOperationException">The assembly holds no such file.</exception>
    public static Stream Open(Assembly assembly, string fileName) =>
        assembly.GetManifestResourceStream(fileName)
        ?? throw new InvalidOperationException($"{fileName} is not embedded in {assembly.GetName().Name}.");
}
