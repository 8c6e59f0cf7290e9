using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Reads the papers of one format.</summary>
internal interface IPaperReader
{
    /// <summary>Whether the first bytes can be of this format.</summary>
    bool Accepts(ReadOnlySpan<byte> probe);

    IAsyncEnumerable<SourceItem> ReadAsync(Input input, string name, ReadOptions options, CancellationToken cancellationToken);
}
