using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Reads the papers of one format.</summary>
internal interface IPaperReader
{
    SourceFormat Format { get; }

    /// <summary>Whether an input that begins so is of this format, where no reader before this one took it.</summary>
    bool Accepts(Probe probe);

    IAsyncEnumerable<SourceItem> ReadAsync(Input input, string name, ReadOptions options, CancellationToken cancellationToken);
}
