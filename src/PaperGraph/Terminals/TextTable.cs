using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>A table of texts, numbers right-aligned: framed on a terminal, aligned lines elsewhere.</summary>
internal sealed class TextTable(string title, params string[] columns)
{
    private readonly List<string[]> rows = [];

    public TextTable Add(params string[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"{cells.Length} cells for the {columns.Length} columns of \"{title}\".", nameof(cells));
        rows.Add(cells);
        return this;
    }

    public void WriteTo(Terminal terminal)
    {
        if (terminal.IsInteractive) terminal.Console.Write(Framed());
        else
            foreach (var line in Lines()) terminal.Out.WriteLine(line);
    }

    private Table Framed()
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Rounded };
        for (var column = 0; column < columns.Length; column++)
            table.AddColumn(
                new TableColumn(Markup.Escape(columns[column])) { Alignment = IsNumeric(column) ? Justify.Right : Justify.Left });
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        return table;
    }

    private IEnumerable<string> Lines()
    {
        yield return title;
        string[][] all = columns.Any(name => name.Length > 0) ? [columns, .. rows] : [.. rows];
        var widths = columns.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
            yield return "  " + string.Join("  ", row.Select((cell, column) => Aligned(cell, column, widths[column]))).TrimEnd();
    }

    private string Aligned(string cell, int column, int width) => IsNumeric(column) ? cell.PadLeft(width) : cell.PadRight(width);

    private bool IsNumeric(int column) => rows.Count > 0 && rows.All(row => row[column].Length == 0 || char.IsAsciiDigit(row[column][0]));
}
