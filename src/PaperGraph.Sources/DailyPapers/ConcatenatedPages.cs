using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Two pages may have been put into one file without a line end between them. The last line of the first page then ends in the
/// "new" with which the second page begins.
/// </summary>
internal static class ConcatenatedPages
{
    private const string FirstLine = "new";
    private const int MaxBlanks = 10;

    /// <summary>
    /// The lines as they are, but for a line that belongs to two pages: it becomes the end of the first page, an empty line and
    /// the beginning of the second page, all with its number. Such a line is known by the line of text behind it, and at most
    /// ten empty lines are held back between the two.
    /// </summary>
    public static async IAsyncEnumerable<TextLine> SplitAsync(
        IAsyncEnumerable<TextLine> lines, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The line that may belong to two pages, and the empty lines behind it.
        var held = new List<TextLine>();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            var text = Prose.Line(line.Text);
            if (held.Count is > 0 and <= MaxBlanks && text.Length == 0)
            {
                held.Add(line);
                continue;
            }
            if (held is [var last, ..] && text.StartsWith(Boilerplate.Invitation, StringComparison.OrdinalIgnoreCase))
            {
                yield return last with { Text = last.Text[..^FirstLine.Length] };
                yield return new TextLine(last.Number, "");
                yield return new TextLine(last.Number, FirstLine);
                held.RemoveAt(0);
            }
            foreach (var released in held) yield return released;
            held.Clear();
            if (MayHideFirstLine(line.Text))
                held.Add(line);
            else
                yield return line;
        }
        foreach (var released in held) yield return released;
    }

    private static bool MayHideFirstLine(string text) =>
        text.Length > FirstLine.Length
        && text.EndsWith(FirstLine, StringComparison.Ordinal)
        && !Prose.IsBlank(text[^(FirstLine.Length + 1)]);
}
