using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.Tables;

/// <summary>
/// Divides lines into the rows of a table (RFC 4180). A value between quotes may go on over lines, and where such a row has not as many
/// values as there are columns, its first line is broken and the others are read anew: so a quote that is missing costs one row alone.
/// </summary>
/// <param name="maxLength">The most characters that a row may have.</param>
internal sealed class TableSplitter(char separator, int columns, int maxLength)
{
    /// <summary>The most lines of one row.</summary>
    private const int MaxLines = 200;

    private readonly LinkedList<TextLine> waiting = [];
    private readonly List<TextLine> taken = [];
    private int length;
    private bool isOpen;
    private TextLine? broken;

    /// <param name="lines">Those behind the names of the columns.</param>
    public async IAsyncEnumerable<TableRow> SplitAsync(
        IAsyncEnumerable<TextLine> lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            waiting.AddLast(line);
            foreach (var row in Take(isEnd: false)) yield return row;
        }
        foreach (var row in Take(isEnd: true)) yield return row;
    }

    /// <summary>The values of a text that is one row; null where it is more, or less.</summary>
    /// <param name="isWhole">Whether all its quotes are where they may stand.</param>
    public static IReadOnlyList<string>? Values(string text, char separator, out bool isWhole)
    {
        var isDamaged = false;
        using var reader = CsvReader.Create(
            (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text),
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                OnMalformedRecord = record => isDamaged |= record.Reason != CsvMalformedReason.StrayQuote,
            });
        var values = new List<string>();
        if (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++) values.Add(reader.GetString(i));
        isWhole = !isDamaged;
        return values.Count == 0 || reader.Read() ? null : values;
    }

    private IEnumerable<TableRow> Take(bool isEnd)
    {
        while (waiting.Count > 0 || (isEnd && taken.Count > 0))
        {
            if (waiting.First is { Value: var line })
            {
                waiting.RemoveFirst();
                if (taken.Count == 0 && Prose.IsEmpty(line.Text)) continue;
                taken.Add(line);
                length += line.Text.Length + 1;
                isOpen ^= line.Text.AsSpan().Count('"') % 2 == 1;
                if (isOpen && taken.Count < MaxLines && length < maxLength) continue;
            }

            // A quote within a value that has none around it, as of inches, opens nothing.
            var lines = taken.Count;
            var row = isOpen ? null : Row(lines);
            if (row is null) (row, lines) = (isOpen || lines > 1 ? Row(1) : null, 1);
            if (row is not null)
            {
                if (Broken() is { } before) yield return before;
                yield return row;
            }
            else
            {
                // What goes on with a broken row is broken too.
                broken ??= taken[0];
            }
            for (var i = taken.Count - 1; i >= lines; i--) waiting.AddFirst(taken[i]);
            taken.Clear();
            (length, isOpen) = (0, false);
        }
        if (isEnd && Broken() is { } last) yield return last;
    }

    /// <summary>The row that the first of the lines are; null where they are none.</summary>
    private TableRow? Row(int lines)
    {
        var text = lines == 1 ? taken[0].Text : string.Join('\n', taken.Take(lines).Select(line => line.Text));
        var values = Values(text, separator, out var isWhole);
        if (values is null || (!isWhole && (isOpen || taken.Count > 1))) return null;
        for (var i = columns; i < values.Count; i++)
            if (!Prose.IsEmpty(values[i])) return null;
        if (values.Count < columns) return null;
        var damage = taken.Take(lines).FirstOrDefault(line => line.Damage is not null).Damage;
        return new TableRow(
            taken[0].Number, damage is null ? values : [], text,
            damage?.Message ?? (isWhole ? null : "A quote within a value of this row is not written twice."));
    }

    private TableRow? Broken()
    {
        if (broken is not { } line) return null;
        broken = null;
        return new TableRow(
            line.Number, [], line.Text,
            line.Damage?.Message ?? $"This is no row of {columns} values: one is missing, or a quote or a separator too many or too few.");
    }
}
