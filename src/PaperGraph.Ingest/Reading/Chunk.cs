using PaperGraph.Model;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>What is written in one transaction: pages or parts of them, and what could not be read there.</summary>
internal sealed class Chunk
{
    /// <summary>Pages that begin in it.</summary>
    public List<ReadPage> Begun { get; } = [];

    /// <summary>Pages that end in it.</summary>
    public List<ReadPage> Ended { get; } = [];

    public List<(ReadPage Page, ListedPaper Paper)> Papers { get; } = [];

    public List<ReadProblem> Problems { get; } = [];

    /// <summary>What decides when it is full.</summary>
    public int Size => Math.Max(Begun.Count, Math.Max(Papers.Count, Problems.Count));

    public bool IsEmpty => Size == 0 && Ended.Count == 0;
}
