using PaperGraph.Data.Imports;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>The counts of what an import has done, and its first problems.</summary>
/// <param name="Pages">Documents that were read, those known already among them.</param>
/// <param name="Problems">What could not be read or worked on, at most <see cref="MaxProblems"/> of them.</param>
/// <param name="ProblemCount">How many problems there are, also those that are not listed.</param>
public sealed record ImportResult(
    long RunId, int Pages, int PapersAdded, int PapersChanged, int ListingsAdded, int ProblemCount, IReadOnlyList<ReadProblem> Problems)
{
    public const int MaxProblems = 100;

    /// <summary>The same counts, and what became of all that was read.</summary>
    public required ImportCounts Counts { get; init; }
}
