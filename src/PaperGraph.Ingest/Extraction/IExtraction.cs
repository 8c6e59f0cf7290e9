using Npgsql;
using PaperGraph.Data.Papers;

namespace PaperGraph.Ingest.Extraction;

/// <summary>Something that is found in each paper's texts, whatever the other papers say.</summary>
/// <typeparam name="TFound">All that was found in one paper.</typeparam>
internal interface IExtraction<TFound>
{
    ImportStage Stage { get; }

    string Extractor { get; }

    /// <summary>Where it changes, all papers are read again.</summary>
    string Version { get; }

    /// <summary>Whether it finds mentions, which are stored under a lock of their own, beside papers.</summary>
    bool FindsMentions { get; }

    /// <summary>Finds what a text holds; called by many threads at once.</summary>
    TFound Find(StoredText paper);

    TFound Nothing(StoredText paper);

    /// <summary>Replaces what it found in these papers before.</summary>
    Task StoreAsync(
        NpgsqlTransaction transaction, IReadOnlyList<(StoredText Paper, TFound Found)> papers, CancellationToken cancellationToken);
}
