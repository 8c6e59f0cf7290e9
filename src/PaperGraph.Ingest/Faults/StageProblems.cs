using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Listings;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Faults;

/// <summary>The papers with which a stage after the reading failed, as problems of an import run.</summary>
/// <param name="run">The run that they belong to; null where there is none, and they are told and not stored.</param>
/// <param name="isStrict">Whether the first of them ends the run.</param>
internal sealed class StageProblems(long? run, bool isStrict = false)
{
    private readonly Lock adding = new();
    private readonly List<ReadProblem> first = [];

    public int Count { get; private set; }

    /// <summary>The first problems, at most <see cref="ImportResult.MaxProblems"/> of them.</summary>
    public IReadOnlyList<ReadProblem> First => first;

    /// <summary>Stores them along with what the stage made of the other papers, under the lock that it has for that.</summary>
    public async Task AddAsync(
        NpgsqlTransaction transaction, ImportStage stage, IReadOnlyCollection<PaperFault> faults, CancellationToken cancellationToken)
    {
        if (faults.Count == 0) return;
        var exceptions = faults.DistinctBy(fault => fault.PaperId).ToDictionary(fault => fault.PaperId, fault => fault.Exception);
        var places = await FirstListingReads.ReadAsync(transaction, exceptions.Keys, cancellationToken);
        var problems = places.Select(place => Problem(stage, place, exceptions[place.PaperId])).ToList();
        if (isStrict && problems is [var failure, ..]) throw new StrictImportException(failure);
        if (run is { } id)
            await ImportProblemUpserts.AddUnlockedAsync(transaction, id, [.. problems.Select(ProblemTexts.Row)], cancellationToken);
        // Two stages run beside each other.
        lock (adding)
        {
            Count += problems.Count;
            first.AddRange(problems.Take(ImportResult.MaxProblems - first.Count));
        }
    }

    private static ReadProblem Problem(ImportStage stage, FirstListing place, Exception exception) => new()
    {
        Source = place.Source,
        File = place.Page ?? place.Slug,
        Line = place.Line,
        Words = place.Title,
        Message = $"{Did(stage)} failed for this paper: {ProblemTexts.For(exception)}.",
        Advice = stage is ImportStage.FindingCode
            ? "The paper is kept without it. A newer version tries again."
            : "The paper is kept without it. A newer version, or papergraph concepts --rebuild, tries again.",
    };

    private static string Did(ImportStage stage) => stage switch
    {
        ImportStage.FindingCode => "Finding code",
        ImportStage.FindingConcepts => "Finding concepts",
        ImportStage.ResolvingConcepts => "Joining names to concepts",
        ImportStage.LinkingPapers => "Linking",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "The reading tells its problems itself."),
    };
}
