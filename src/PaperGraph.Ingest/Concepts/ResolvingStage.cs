using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Topics;

namespace PaperGraph.Ingest.Concepts;

/// <summary>
/// Makes concepts of the names of all papers, and decides what each mention means; nothing is read where no text was since the
/// last time, and only what changes is written. In one transaction, which the caller commits: readers see the concepts as they
/// were, or as they are after it.
/// </summary>
internal static class ResolvingStage
{
    private const int Portion = 2_000;

    public static async Task RunAsync(NpgsqlTransaction transaction, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, 0, Total: null));
        var last = await StageStates.BeginAsync(transaction, DerivingStage.Resolving, cancellation);
        var seen = await Extractions.DigestAsync(transaction, ConceptExtractor.Name, cancellation);
        if (last is not null && last.Is(ConceptCollection.Version, seen)) return;
        await TableStatistics.RefreshAsync(transaction, cancellation);

        var (collection, digests) = await CollectAsync(transaction, cancellation);
        await StoreTopicsAsync(transaction, cancellation);
        var idOf = await StoreConceptsAsync(transaction, collection, cancellation);
        await TableStatistics.RefreshAsync(transaction, cancellation);

        var done = 0L;
        foreach (var papers in collection.Papers.Zip(digests, (paper, digest) => Stored.Row(paper, digest, idOf)).Chunk(Portion))
        {
            await ResolutionUpserts.ReplaceAsync(transaction, papers, cancellation);
            await TableStatistics.RefreshAsync(transaction, cancellation);
            done += papers.Length;
            progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, done, collection.Papers.Count));
        }
        await ConceptUpserts.FinishAsync(transaction, cancellation);
        await StageStates.WriteAsync(
            transaction,
            new StageState { Stage = DerivingStage.Resolving, Version = ConceptCollection.Version, Seen = seen },
            cancellation);
    }

    /// <returns>What the names of all papers make, and the digests of the papers' mentions in the order of their ids.</returns>
    private static async Task<(ConceptCollection Collection, List<long> Digests)> CollectAsync(
        NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var (names, digests, digest) = (new List<PaperNames>(), new List<long>(), new RowDigest());
        await foreach (var paper in MentionReads.AllAsync(transaction, cancellation))
        {
            names.Add(Stored.Names(paper));
            digests.Add(paper.DigestBy(digest));
        }
        return (ConceptCollection.Build(names), digests);
    }

    private static Task StoreTopicsAsync(NpgsqlTransaction transaction, CancellationToken cancellation) => TopicUpserts.ReplaceAllAsync(
        transaction,
        [.. TopicTree.Default.Topics.Select((topic, index) => new TopicRow(topic.Slug, topic.Name, topic.Parent, index + 1))],
        cancellation);

    /// <returns>The ids of the concepts by their keys.</returns>
    private static async Task<Dictionary<string, long>> StoreConceptsAsync(
        NpgsqlTransaction transaction, ConceptCollection collection, CancellationToken cancellation)
    {
        var papersOf = collection.Papers.SelectMany(Stored.Concepts).CountBy(concept => concept.ConceptKey).ToDictionary();
        var ids = await ConceptUpserts.UpsertAllAsync(
            transaction,
            [.. collection.Concepts.Select(concept => Stored.Row(concept, papersOf.GetValueOrDefault(concept.Key)))],
            cancellation);
        return collection.Concepts.Zip(ids).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }
}
