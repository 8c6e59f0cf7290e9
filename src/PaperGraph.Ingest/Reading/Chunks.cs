using System.Runtime.CompilerServices;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Reads documents one after the other into chunks, so that memory does not grow with the input.</summary>
internal static class Chunks
{
    public static async IAsyncEnumerable<Chunk> ReadAsync(
        IEnumerable<ImportSource> sources, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new Chunk();
        var unread = new UnreadFiles();
        foreach (var source in sources)
        {
            chunk.Problems.AddRange(unread.Enter(source.Folder));
            ReadPage? page = null;
            await foreach (var item in Document.ReadAsync(source, options.AsOf, cancellationToken))
            {
                if (page is null && item is ReadProblem && !unread.IsReported(source)) continue;
                page = Add(item, page, chunk);
                if (chunk.Size < options.ChunkSize) continue;
                yield return chunk;
                chunk = new Chunk();
            }
            if (page is not null) chunk.Ended.Add(page);
        }
        chunk.Problems.AddRange(unread.Enter(folder: null));
        if (!chunk.IsEmpty) yield return chunk;
    }

    /// <returns>The page that what comes next stands on.</returns>
    private static ReadPage? Add(SourceItem item, ReadPage? page, Chunk chunk)
    {
        switch (item)
        {
            case PageRecord record:
                if (page is not null) chunk.Ended.Add(page);
                page = new ReadPage(record);
                chunk.Begun.Add(page);
                break;

            case PaperRecord { Paper: var paper }:
                if (page is null)
                    throw new InvalidOperationException($"A reader gave \"{paper.Title}\" before the page that it stands on.");
                page.AddRank(paper.Rank);
                chunk.Papers.Add((page, paper));
                break;

            case ReadProblem problem:
                if (page is not null) page.HasProblems = true;
                chunk.Problems.Add(problem);
                break;
        }
        return page;
    }
}
