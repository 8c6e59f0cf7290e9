using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// The stages from lines to papers, each of which asks the one before it for as much as it needs. None holds more than the
/// paper that is being read and the one above it.
/// </summary>
internal static class PageParser
{
    /// <summary>What stands on the pages, in its order.</summary>
    public static IAsyncEnumerable<PageEvent> ReadAsync(IAsyncEnumerable<TextLine> lines, PageLayout layout) =>
        PaperAssembler.ReadAsync(ElementReader.ReadAsync(ConcatenatedPages.SplitAsync(lines), layout));
}
