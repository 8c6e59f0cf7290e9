using System.Collections.Concurrent;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Keeps prepared documents by their text, up to about <paramref name="maxBytes"/> bytes of them. There are two generations of half that
/// size each: a document that is used moves to the young one; when that is full, the old one is dropped and the young one becomes old.
/// A document that is too large for a generation is not kept.
/// </summary>
internal sealed class DocumentCache(long maxBytes)
{
    private readonly Lock gate = new();
    private volatile Generation young = new();
    private volatile Generation old = new();

    private long MaxBytesOfGeneration => maxBytes / 2;

    /// <summary>The estimated bytes of the documents that are kept.</summary>
    public long Bytes
    {
        get
        {
            lock (gate) return young.Bytes + old.Bytes;
        }
    }

    public PreparedDocument? Find(string text)
    {
        if (young.Documents.TryGetValue(text, out var found)) return found;
        if (!old.Documents.TryGetValue(text, out found)) return null;
        Add(found);
        return found;
    }

    public void Add(PreparedDocument document)
    {
        if (document.Bytes > MaxBytesOfGeneration) return;
        lock (gate)
        {
            if (young.Documents.ContainsKey(document.Text)) return;
            old.Remove(document);
            if (young.Bytes + document.Bytes > MaxBytesOfGeneration) StartGeneration();
            young.Add(document);
        }
        document.OnGrowth ??= Grow;
    }

    /// <summary>Counts what was planned of a document since it was added.</summary>
    private void Grow(PreparedDocument document, long bytes)
    {
        lock (gate)
        {
            document.Bytes += bytes;
            if (young.Holds(document)) young.Bytes += bytes;
            else if (old.Holds(document)) old.Bytes += bytes;
            if (young.Bytes > MaxBytesOfGeneration) StartGeneration();
            if (old.Bytes > MaxBytesOfGeneration) old = new Generation();
        }
    }

    private void StartGeneration()
    {
        old = young;
        young = new Generation();
    }

    private sealed class Generation
    {
        public ConcurrentDictionary<string, PreparedDocument> Documents { get; } = new(StringComparer.Ordinal);

        public long Bytes { get; set; }

        public bool Holds(PreparedDocument document) => Documents.TryGetValue(document.Text, out var held) && held == document;

        public void Add(PreparedDocument document)
        {
            Documents[document.Text] = document;
            Bytes += document.Bytes;
        }

        public void Remove(PreparedDocument document)
        {
            if (!Holds(document)) return;
            Documents.TryRemove(document.Text, out _);
            Bytes -= document.Bytes;
        }
    }
}
