using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Takes apart two pages that were put into one file without a line end between them: the last line of the first then ends
/// in the "new" with which the second begins.
/// </summary>
internal sealed class ConcatenatedPages(Action<TextLine> next)
{
    private const string FirstLine = "new";

    private TextLine? held;
    private readonly List<TextLine> blanks = [];

    public void Push(TextLine line)
    {
        var text = Prose.Line(line.Text);
        if (held is not null && text.Length == 0 && blanks.Count < 10)
        {
            blanks.Add(line);
            return;
        }
        Release(isNewPage: text.StartsWith(Boilerplate.Invitation, StringComparison.OrdinalIgnoreCase));
        if (MayHideFirstLine(line.Text))
            held = line;
        else
            next(line);
    }

    public void Complete() => Release(isNewPage: false);

    private void Release(bool isNewPage)
    {
        if (held is { } line)
        {
            held = null;
            if (isNewPage)
            {
                next(line with { Text = line.Text[..^FirstLine.Length] });
                next(new TextLine(line.Number, ""));
                next(new TextLine(line.Number, FirstLine));
            }
            else
            {
                next(line);
            }
        }
        foreach (var blank in blanks) next(blank);
        blanks.Clear();
    }

    private static bool MayHideFirstLine(string text) =>
        text.Length > FirstLine.Length
        && text.EndsWith(FirstLine, StringComparison.Ordinal)
        && !Prose.IsBlank(text[^(FirstLine.Length + 1)]);
}
