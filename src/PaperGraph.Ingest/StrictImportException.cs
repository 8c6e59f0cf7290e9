using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>
/// An import that may have no problem has met one. Nothing of the batch in which it stands is stored; what was stored before stays.
/// </summary>
public sealed class StrictImportException(ReadProblem problem) : Exception(problem.Message)
{
    public ReadProblem Problem => problem;
}
