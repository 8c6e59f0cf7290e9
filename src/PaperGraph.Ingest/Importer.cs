using System.ComponentModel.DataAnnotations;
using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Analysis;
using PaperGraph.Ingest.Code;
using PaperGraph.Ingest.Concepts;
using PaperGraph.Ingest.Extraction;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Organizations;
using PaperGraph.Ingest.Reading;
using PaperGraph.Network;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>
/// Takes documents into the database: they are read into papers, and the papers' texts into code, concepts and links. Each
/// stage commits what it has done, and does only what is left to do: an import that was cut off is completed by any later one.
/// </summary>
/// <param name="concepts">What <see cref="LoadConcepts"/> gives, where the caller has begun with it before; else it is loaded when there
/// are texts to read.</param>
public sealed class Importer(NpgsqlDataSource dataSource, TimeProvider time, Lazy<ConceptExtractor>? concepts = null)
{
    /// <summary>Fetches the papers that lists name by their identifiers alone; without it these are a problem.</summary>
    public Func<IReadOnlyList<PaperReference>, CancellationToken, IAsyncEnumerable<ImportSource>>? LookUp { get; init; }

    private readonly Lazy<ConceptExtractor> concepts = concepts ?? new Lazy<ConceptExtractor>();

    /// <summary>Begins to load what finds concepts in texts, which takes a while, beside what else is to be done before.</summary>
    public static Lazy<ConceptExtractor> LoadConcepts()
    {
        var concepts = new Lazy<ConceptExtractor>();
        // The first text takes as long as hundreds of others.
        _ = Task.Run(() => concepts.Value.Extract(new PaperText("A title", "A sentence about graph neural networks (GNNs) on ImageNet.")));
        return concepts;
    }

    /// <summary>Runs all stages. Documents, or parts of them, that cannot be read are problems of the result, and so are
    /// papers with which a later stage fails: the others get what it makes all the same.</summary>
    /// <param name="sources">Where <see cref="ImportOptions.Given"/> says what was given, they are taken one by one as they are
    /// read.</param>
    /// <param name="progress">Called from one thread at a time.</param>
    /// <exception cref="StrictImportException"><see cref="ImportOptions.IsStrict"/>, and there is a problem.</exception>
    /// <exception cref="NpgsqlException">The database failed; what was committed before is kept.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public Task<ImportResult> ImportAsync(
        IEnumerable<ImportSource> sources, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var documents = options.Given.Count > 0 ? sources : sources.ToList();
        var given = options.Given.Count > 0 ? options.Given : [.. documents.Select(document => document.Name)];
        return ImportAsync(documents.ToAsyncEnumerable(), given, options, progress, cancellationToken);
    }

    /// <inheritdoc cref="ImportAsync(IEnumerable{ImportSource}, ImportOptions, IProgress{ImportProgress}?, CancellationToken)"/>
    /// <param name="sources">Each is asked for when those before it are read.</param>
    /// <param name="given">What was given, for the record of the run.</param>
    public async Task<ImportResult> ImportAsync(
        IAsyncEnumerable<ImportSource> sources,
        IReadOnlyList<string> given,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        await using var alive = await dataSource.OpenConnectionAsync(cancellationToken);
        var run = await ImportRunStore.BeginAsync(
            alive, [.. given.Select(ProblemTexts.NameOf)], time.GetUtcNow(), cancellationToken);
        var reading = new ReadingStage(run, options, LookUp, time, progress);
        var problems = new StageProblems(run, options.IsStrict);
        ImportCounts Counts() => reading.Counts with { Problems = reading.Counts.Problems + problems.Count };
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            if (!await reading.TryTakeOverAsync(connection, cancellationToken))
            {
                await PostponedCount.CompleteWhatIsLeftAsync(dataSource, cancellationToken);
                await BulkLoad.CompleteWhatIsLeftAsync(dataSource, cancellationToken);
            }
            await MergingStage.RunAsync(connection, options, time, cancellationToken);
            await RenamesStage.RunAsync(connection, cancellationToken);
            await RunStagesAsync(connection, reading, sources, problems, options.ChunkSize, progress, cancellationToken);
        }
        catch (StrictImportException strict)
        {
            await KeepAsync(alive, run, strict.Problem);
            await TryEndAsync(alive, run, ImportState.Failed, Counts() with { Problems = 1 });
            throw;
        }
        catch (Exception exception)
        {
            await TryEndAsync(alive, run, exception is OperationCanceledException ? ImportState.Interrupted : ImportState.Failed, Counts());
            throw;
        }

        await ImportRunStore.EndAsync(alive, run, ImportState.Done, Counts(), time.GetUtcNow(), CancellationToken.None);
        var counts = Counts();
        return new ImportResult(
            run, counts.Pages, counts.PapersAdded, counts.PapersChanged, counts.ListingsAdded, counts.Problems,
            [.. reading.FirstProblems.Concat(problems.First).Take(ImportResult.MaxProblems)])
        {
            Counts = counts,
        };
    }

    /// <summary>
    /// Reads documents, and makes what follows from them. What was postponed is made beside, as soon as nothing that it is made of is
    /// written any more.
    /// </summary>
    private async Task RunStagesAsync(
        NpgsqlConnection connection,
        ReadingStage reading,
        IAsyncEnumerable<ImportSource> sources,
        StageProblems problems,
        int chunkSize,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var stages = new ConceptStages(concepts, chunkSize, problems, progress);
        await using var beside = new BesideReading((stored, stopping) =>
            stages.RunBesideAsync(() => OpenAsync(stopping), stored, stopping));
        await reading.RunAsync(connection, sources, beside.Stored, cancellationToken);
        beside.End();
        var stated = await DerivedStages.BeginAsync(connection, cancellationToken);
        BesideWork? completing = null;
        try
        {
            if (stated is not null)
            {
                await new ExtractionStage<CodeInText>(new CodeExtraction(), chunkSize, problems, progress)
                    .RunAsync(connection, cancellationToken);
                await OrganizationStage.RunAsync(connection, cancellationToken);
                await beside.WaitAsync(cancellationToken);
                await stages.RunAsync(
                    connection,
                    reading.HasPostponed ? () => completing = new BesideWork(CompletePostponedAsync) : null,
                    cancellationToken);
            }
            await AnalyzeAsync(progress, cancellationToken);
            if (completing is not null) await completing.WaitAsync(cancellationToken);
        }
        finally
        {
            if (completing is not null) await completing.DisposeAsync();
        }
        if (stated is { } seen) await DerivedStages.EndAsync(connection, seen, cancellationToken);
        if (reading.HasPostponed) await BulkLoad.CompleteAsync(connection, PostponedPart.Ranks, cancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ImportRunStore.WaitForNoDiskAsync(connection, cancellationToken);
        return connection;
    }

    /// <summary>
    /// Makes up for what was postponed while papers were stored: their counts by one connection, and beside it the indexes of what they are
    /// counted by and what the planner is to know of it; then the indexes of the counts.
    /// </summary>
    private async Task CompletePostponedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using (var counting = new BesideWork(CountAsync))
        {
            await BulkLoad.CompleteAsync(connection, PostponedPart.Papers, cancellationToken);
            await TableStatistics.RefreshSampledAsync(
                connection, [.. LinkUpserts.Tables, .. AnalysisUpserts.Tables], cancellationToken);
            await counting.WaitAsync(cancellationToken);
        }
        await BulkLoad.CompleteAsync(connection, PostponedPart.Counts, cancellationToken);
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PostponedCount.CompleteAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What was imported is no worse for a graph that is too large to be analyzed; the command of its own says so.</summary>
    private async Task AnalyzeAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await new GraphAnalysis(dataSource, time).RunIfDueAsync(progress, cancellationToken);
        }
        catch (GraphTooLargeException)
        {
        }
    }

    /// <summary>Keeps the problem that ended a run, of which all else that was done with it is undone.</summary>
    private static async Task KeepAsync(NpgsqlConnection connection, long run, ReadProblem problem)
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        await ImportProblemUpserts.AddAsync(transaction, run, [ProblemTexts.Row(problem)], CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Where the database is gone too, the next run marks this one as interrupted.</summary>
    private async Task TryEndAsync(NpgsqlConnection connection, long run, ImportState state, ImportCounts counts)
    {
        try
        {
            await ImportRunStore.EndAsync(connection, run, state, counts, time.GetUtcNow(), CancellationToken.None);
        }
        catch (NpgsqlException)
        {
        }
    }
}
