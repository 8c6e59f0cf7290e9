using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Lines to what stands on the pages, in their order.</summary>
internal sealed class PageParser
{
    private readonly ConcatenatedPages lines;
    private readonly ElementReader elements;
    private readonly PaperAssembler assembler;

    /// <param name="next">Given each event as soon as it is certain.</param>
    /// <param name="afterLine">Given each line once the events are told that it leads to at once, a page break among them.</param>
    public PageParser(PageLayout layout, Action<PageEvent> next, Action<TextLine>? afterLine = null)
    {
        assembler = new PaperAssembler(next);
        elements = new ElementReader(layout, assembler.Push, next);
        lines = new ConcatenatedPages(line =>
        {
            elements.Push(line);
            afterLine?.Invoke(line);
        });
    }

    public void Push(TextLine line) => lines.Push(line);

    public void Complete()
    {
        lines.Complete();
        elements.Complete();
        assembler.Complete();
    }
}
