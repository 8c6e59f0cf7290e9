using System.ComponentModel.DataAnnotations;
using Npgsql;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Network;
using PaperGraph.Model;
using PaperGraph.Network;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Analysis;

/// <summary>
/// Computes how central each node is and which communities there are, over the whole graph, and stores it in the place of what was found
/// before.
/// </summary>
public sealed class GraphAnalysis(NpgsqlDataSource dataSource, TimeProvider time)
{
    /// <summary>
    /// It is due again when it has not seen one of so many papers: so all analyses of a growing collection together cost a fixed number of
    /// looks at the last of them, and not one an import.
    /// </summary>
    private const int NewPaperIn = 20;

    /// <summary>
    /// Runs it by the options of the last one where it was never run, rules have changed, or a twentieth as many papers are new as the last
    /// one has seen. Else it leaves at once, however large the graph is.
    /// </summary>
    /// <param name="progress">Called from one thread at a time.</param>
    /// <returns>Null where it was not due.</returns>
    /// <exception cref="GraphTooLargeException">The graph takes more memory than this machine has for it.</exception>
    /// <exception cref="NpgsqlException">The database failed; all is as it was.</exception>
    public async Task<AnalysisRun?> RunIfDueAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        AnalysisRun? last;
        await using (var connection = await dataSource.OpenConnectionAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            var seen = await AnalysisReads.LastSeenAsync(transaction, cancellationToken);
            var enough = Math.Max(1, (seen?.Papers ?? 0) / NewPaperIn);
            if (seen?.Version == AnalysisGraph.Version
                && await AnalysisReads.CountNewPapersAsync(transaction, enough, cancellationToken) < enough)
                return null;
            last = seen is null ? null : await AnalysisReads.LastAsync(transaction, cancellationToken);
        }
        return await RunAsync(last is null ? new AnalysisOptions() : OptionsOf(last), progress, cancellationToken);
    }

    /// <param name="progress">Called from one thread at a time.</param>
    /// <returns>Null where there are no papers.</returns>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="GraphTooLargeException">The graph takes more memory than the options let it.</exception>
    /// <exception cref="NpgsqlException">The database failed; all is as it was.</exception>
    public async Task<AnalysisRun?> RunAsync(
        AnalysisOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        progress?.Report(new ImportProgress(ImportStage.AnalyzingGraph, 0, null));
        var snapshot = await GraphSnapshotReads.ReadAsync(dataSource, options.MaxSize, cancellationToken);
        var papers = snapshot.Nodes.NumbersOf(NodeKind.Paper).GetOffsetAndLength(snapshot.NodeCount).Length;
        if (papers == 0) return null;
        var analyzed = AnalyzedGraph.Create(snapshot, options, cancellationToken);

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await new AnalysisMapper(analyzed).MapAsync(transaction, cancellationToken);
        var run = new AnalysisRun
        {
            AnalyzedAt = snapshot.AsOf.ToUniversalTime(),
            Duration = time.GetElapsedTime(begun),
            Version = AnalysisGraph.Version,
            Damping = options.PageRank.Damping,
            Tolerance = options.PageRank.Tolerance,
            Iterations = analyzed.Ranks.Iterations,
            Resolution = options.Communities.Resolution,
            Seed = options.Communities.Seed,
            Modularity = analyzed.Communities.Modularity,
            NodeCount = snapshot.NodeCount,
            EdgeCount = snapshot.EdgeCount,
            PaperCount = papers,
            CommunityCount = rows.Communities.Count,
        };
        await AnalysisUpserts.ReplaceAsync(transaction, run, rows, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, AnalysisUpserts.Tables, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        progress?.Report(new ImportProgress(ImportStage.AnalyzingGraph, papers, papers));
        return run;
    }

    private static AnalysisOptions OptionsOf(AnalysisRun run) => new()
    {
        PageRank = new PageRankOptions { Damping = run.Damping, Tolerance = run.Tolerance },
        Communities = new LeidenOptions { Resolution = run.Resolution, Seed = run.Seed },
    };
}
