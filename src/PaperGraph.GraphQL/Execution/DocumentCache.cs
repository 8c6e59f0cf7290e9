using System.Collections.Concurrent;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Documents by their text. Two generations: what is used moves to the young one; when that is full the old one is dropped and the
/// young one grows old. At most twice <paramref name="size"/> documents are held.
/// </summary>
internal sealed class DocumentCache(int size)
{
    private volatile ConcurrentDictionary<string, PreparedDocument> young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, PreparedDocument> old = new(StringComparer.Ordinal);

    public PreparedDocument? Find(string text)
    {
        if (young.TryGetValue(text, out var found)) return found;
        if (!old.TryGetValue(text, out found)) return null;
        Keep(text, found);
        return found;
    }

    public void Keep(string text, PreparedDocument document)
    {
        if (size <= 0) return;
        if (young.Count >= size)
        {
            old = young;
            young = new ConcurrentDictionary<string, PreparedDocument>(StringComparer.Ordinal);
        }
        young[text] = document;
    }
}
