using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Files below a folder that hold no page: whoever gives a folder need not mean each of them, so that the first are told one by one
/// and the others counted.
/// </summary>
internal sealed class UnreadFiles
{
    /// <summary>How many unread files of one given folder are reported at most.</summary>
    internal const int MaxReported = 100;

    private string? folder;
    private ImportSource? last;
    private int count;

    /// <summary>
    /// Called before each source, with the folder that it was found below; null at the end, and for what was given itself.
    /// </summary>
    /// <returns>How many were not told of the folder that ends here.</returns>
    public IEnumerable<ReadProblem> Enter(string? folder)
    {
        if (folder == this.folder) return [];
        var (ended, unreported) = (this.folder, count - MaxReported);
        (this.folder, count) = (folder, 0);
        return ended is null || unreported <= 0 ? [] : [new ReadProblem
        {
            File = ended,
            Message = $"{unreported} more of what is below this folder could not be read as a page.",
            Advice = "The first are told one by one; give the folder that holds the pages.",
        }];
    }

    /// <summary>Whether to tell what is wrong with a source that has brought no page.</summary>
    public bool IsReported(ImportSource source)
    {
        if (source.Folder is null) return true;
        if (!ReferenceEquals(source, last)) count++;
        last = source;
        return count <= MaxReported;
    }
}
