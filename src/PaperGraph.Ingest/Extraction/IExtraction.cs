using Npgsql;
using PaperGraph.Data.Papers;

namespace PaperGraph.Ingest.Extraction;

/// <summary>Something that is found in each paper's texts, whatever the other papers say.</summary>
internal interface IExtraction
{
    ImportStage Stage { get; }

    string Extractor { get; }

    /// <summary>Where it changes, all papers are read again.</summary>
    string Version { get; }

    /// <summary>Replaces what it found in these papers before.</summary>
    Task ExtractAsync(NpgsqlTransaction transaction, IReadOnlyList<StoredText> papers, CancellationToken cancellation);
}
