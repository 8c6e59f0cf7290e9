using Npgsql;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Topics;

namespace PaperGraph.Ingest.Concepts;

/// <summary>
/// Makes concepts of the names of all papers, and decides what each mention means. In one transaction, which the caller commits:
/// readers see the concepts as they were, or as they are after it.
/// </summary>
internal static class ResolvingStage
{
    public static async Task RunAsync(NpgsqlTransaction transaction, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, 0, Total: null));
        await StoreTopicsAsync(transaction, cancellation);

        var names = new List<PaperNames>();
        await foreach (var paper in MentionReads.AllAsync(transaction, cancellation)) names.Add(Stored.Names(paper));
        var collection = ConceptCollection.Build(names);

        var ids = await ConceptUpserts.UpsertAllAsync(transaction, [.. collection.Concepts.Select(Stored.Row)], cancellation);
        var idOf = collection.Concepts.Zip(ids).ToDictionary(pair => pair.First.Key, pair => pair.Second);
        await ResolutionUpserts.ReplaceAsync(transaction, [.. collection.Papers.Select(paper => Stored.Row(paper, idOf))], cancellation);
        await ConceptUpserts.FinishAsync(transaction, cancellation);
        progress?.Report(new ImportProgress(ImportStage.ResolvingConcepts, names.Count, names.Count));
    }

    // Takes the write lock, so that what is read after it is all that there is.
    private static Task StoreTopicsAsync(NpgsqlTransaction transaction, CancellationToken cancellation) => TopicUpserts.ReplaceAllAsync(
        transaction,
        [.. TopicTree.Default.Topics.Select((topic, index) => new TopicRow(topic.Slug, topic.Name, topic.Parent, index + 1))],
        cancellation);
}
