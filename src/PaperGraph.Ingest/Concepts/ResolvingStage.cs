using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Topics;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Concepts;

/// <summary>
/// Makes concepts of the names of all papers, and decides what each mention means; nothing is read where no text was since the
/// last time, and only what changes is written. In one transaction, which the caller commits: readers see the concepts as they
/// were, or as they are after it. Papers with which it fails are left without concepts; all others get theirs.
/// </summary>
/// <param name="build">Makes the concepts; <see cref="ConceptCollection.Build(IReadOnlyCollection{PaperNames})"/> where it is null.</param>
internal sealed class ResolvingStage(
    StageProblems problems, IProgress<ImportProgress>? progress, Func<IReadOnlyCollection<PaperNames>, ConceptCollection>? build = null)
{
    private const int Portion = 2_000;

    private readonly Func<IReadOnlyCollection<PaperNames>, ConceptCollection> build = build ?? ConceptCollection.Build;

    public async Task RunAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, 0, Total: null));
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Resolving, cancellationToken);
        var seen = await ExtractionStore.DigestAsync(transaction, ConceptExtractor.Name, cancellationToken);
        if (last is not null && last.Is(ConceptCollection.Version, seen)) return;
        await TableStatistics.RefreshAsync(transaction, cancellationToken);

        await SearchNameMerge.BeginAsync(transaction, cancellationToken);

        var faults = new List<PaperFault>();
        var (names, digests) = await NamesAsync(transaction, faults, cancellationToken);
        await StoreTopicsAsync(transaction, cancellationToken);
        var (collection, idOf) = await StoreConceptsAsync(transaction, names, faults, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await StoreResolutionsAsync(transaction, collection, digests, idOf, faults, cancellationToken);
        // What was counted as a concept's is not stored of these papers.
        if (faults.Count > 0) await ConceptUpserts.RecountAsync(transaction, cancellationToken);
        await ConceptUpserts.FinishAsync(transaction, cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await problems.AddAsync(transaction, ImportStage.ResolvingConcepts, faults, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction,
            new StageState { Stage = DerivingStage.Resolving, Version = ConceptCollection.Version, Seen = seen },
            cancellationToken);
    }

    /// <returns>The names of all papers in the order of their ids, and the digests of the papers' mentions.</returns>
    private static async Task<(List<PaperNames> Names, Dictionary<long, long> Digests)> NamesAsync(
        NpgsqlTransaction transaction, List<PaperFault> faults, CancellationToken cancellationToken)
    {
        var (names, digests, texts) = (new List<PaperNames>(), new Dictionary<long, long>(), new RepeatedTexts());
        await foreach (var paper in NamesReads.AllAsync(transaction, cancellationToken))
        {
            digests.Add(paper.PaperId, paper.Mentions);
            try
            {
                names.Add(PackedNames.Unpack(paper.PaperId, paper.Packed, texts));
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                faults.Add(new PaperFault(paper.PaperId, exception));
            }
        }
        return (names, digests);
    }

    private static Task StoreTopicsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        TopicUpserts.ReplaceAllAsync(
        transaction,
        [.. TopicTree.Default.Topics.Select((topic, index) => new TopicRow(topic.Slug, topic.Name, topic.Parent, index + 1))],
        cancellationToken);

    /// <summary>Where making the concepts or storing them fails, the papers at fault are taken out of the names.</summary>
    /// <returns>The concepts as stored, with their ids by their keys.</returns>
    private async Task<(ConceptCollection Collection, Dictionary<string, long> IdOf)> StoreConceptsAsync(
        NpgsqlTransaction transaction, List<PaperNames> names, List<PaperFault> faults, CancellationToken cancellationToken)
    {
        const string Concepts = "concepts";
        (ConceptCollection, Dictionary<string, long>)? stored = null;
        async Task BuildAndStoreAsync(IReadOnlyList<PaperNames> papers)
        {
            var collection = build(papers);
            stored = (collection, await UpsertAsync(transaction, collection, cancellationToken));
        }

        if (await FaultIsolation.TryAsync(transaction, Concepts, () => BuildAndStoreAsync(names), cancellationToken) is null)
            return stored!.Value;

        await TakeOutAsync(papers => Task.FromResult(build(papers)));
        await TakeOutAsync(async papers =>
        {
            await transaction.SaveAsync(Concepts, cancellationToken);
            try
            {
                await BuildAndStoreAsync(papers);
            }
            finally
            {
                await transaction.RollbackAsync(Concepts, cancellationToken);
                await transaction.ReleaseAsync(Concepts, cancellationToken);
            }
        });
        await BuildAndStoreAsync(names);
        return stored!.Value;

        async Task TakeOutAsync(Func<IReadOnlyList<PaperNames>, Task> compute)
        {
            var offenders = await FaultBisection.TakeOutAsync(names, compute, cancellationToken);
            faults.AddRange(offenders.Select(offender => new PaperFault(offender.Item.PaperId, offender.Exception)));
        }
    }

    /// <returns>The ids of the concepts by their keys.</returns>
    private static async Task<Dictionary<string, long>> UpsertAsync(
        NpgsqlTransaction transaction, ConceptCollection collection, CancellationToken cancellationToken)
    {
        var papersOf = collection.Papers.SelectMany(ConceptMapper.Concepts).CountBy(concept => concept.ConceptKey).ToDictionary();
        var ids = await ConceptUpserts.UpsertAllAsync(
            transaction,
            [.. collection.Concepts.Select(concept => ConceptMapper.Row(concept, papersOf.GetValueOrDefault(concept.Key)))],
            cancellationToken);
        return collection.Concepts.Zip(ids).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }

    private async Task StoreResolutionsAsync(
        NpgsqlTransaction transaction,
        ConceptCollection collection,
        Dictionary<long, long> digests,
        Dictionary<string, long> idOf,
        List<PaperFault> faults,
        CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var papers in collection.Papers.Chunk(Portion))
        {
            await FaultIsolation.StoreAsync(
                transaction,
                papers,
                part => ResolutionUpserts.ReplaceAsync(
                    transaction, [.. part.Select(paper => ConceptMapper.Row(paper, digests[paper.PaperId], idOf))], cancellationToken),
                (paper, exception) => faults.Add(new PaperFault(paper.PaperId, exception)),
                cancellationToken);
            await TableStatistics.RefreshAsync(transaction, cancellationToken);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, done, collection.Papers.Count));
        }

        var nothing = faults.Select(fault => fault.PaperId).Distinct()
            .Select(paper => new Data.Concepts.ResolvedPaper(paper, digests[paper], [], [], [], [])).ToList();
        if (nothing.Count > 0) await ResolutionUpserts.ReplaceAsync(transaction, nothing, cancellationToken);
    }
}
