using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// Stores all concepts of the collection. Used in three steps of one transaction: <see cref="UpsertAllAsync"/>, then
/// <see cref="ResolutionUpserts"/> for the papers, then <see cref="FinishAsync"/>. Concepts that are as they were stored last
/// are not sent to the database.
/// </summary>
public static partial class ConceptUpserts
{
    /// <summary>So many concepts at once are in memory, where they are made as they are asked for.</summary>
    private const int Portion = 10_000;

    /// <summary>
    /// Stores the concepts, their names and topics. A concept whose key changes stays the same concept where one of its names
    /// has its former key; a slug that it had before goes on leading to it, and slug and id of one that was merged into another
    /// to that one.
    /// </summary>
    /// <param name="concepts">Each is asked for a few times, and may be made anew then.</param>
    /// <returns>The ids of the concepts by their keys.</returns>
    public static async Task<Dictionary<string, long>> UpsertAllAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptRow> concepts, CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        var stored = await transaction.QueryAsync("select id, key, digest from concepts", Stored, cancellationToken);
        return await UpsertAsync(transaction, concepts, stored, new Dictionary<string, StoredConcept>(), cancellationToken);
    }

    /// <summary>Stores some of the concepts as <see cref="UpsertAllAsync"/> does all; the others stay.</summary>
    /// <param name="formerKeys">The keys that these concepts, and those that are none any more, had.</param>
    /// <returns>The ids of the concepts by their keys.</returns>
    public static async Task<Dictionary<string, long>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptRow> concepts, IReadOnlyList<string> formerKeys,
        CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        var present = concepts.Select(concept => concept.Key).ToHashSet();
        string[] keys = [.. present.Union(formerKeys)];
        var stored = await transaction.QueryAsync(StoredOfKeys, Stored, cancellationToken, ("keys", keys));
        string[] gone = [.. stored.Select(concept => concept.Key).Where(key => !present.Contains(key))];
        var namedSo = gone.Length == 0
            ? []
            : await transaction.QueryAsync(
                NamedSo, reader => (Name: reader.GetString(0), Concept: new StoredConcept(reader.GetInt64(1), reader.GetString(2), 0)),
                cancellationToken, ("gone", gone), ("keys", keys));
        return await UpsertAsync(
            transaction, concepts, stored, namedSo.ToDictionary(named => named.Name, named => named.Concept), cancellationToken);
    }

    /// <summary>
    /// Counts the papers of all concepts anew. One that had another count is stored again with the next <see cref="UpsertAllAsync"/>.
    /// </summary>
    public static Task RecountAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Recount, cancellationToken);

    /// <summary>
    /// Drops the concepts that were not among those last given to <see cref="UpsertAllAsync"/> in this transaction, and lets go
    /// of what still meant them.
    /// </summary>
    public static async Task FinishAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(ReleaseMentions, cancellationToken);
        await transaction.ExecuteAsync(DeletePaperConcepts, cancellationToken);
        await transaction.ExecuteAsync(DeleteRemoved, cancellationToken);
    }

    private static async Task<Dictionary<string, long>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptRow> concepts, IReadOnlyList<StoredConcept> stored,
        IReadOnlyDictionary<string, StoredConcept> namedSo, CancellationToken cancellationToken)
    {
        var plan = ConceptPlan.Create(concepts, stored, namedSo);
        var ids = await NumberAsync(transaction, plan, cancellationToken);

        await Gone.FillAsync(
            transaction,
            plan.Gone.Select(gone => (gone.Id, gone.Survivor is { } survivor ? survivor.Index is { } i ? ids[i] : survivor.Id : null)),
            cancellationToken);
        await StageAsync(transaction, concepts, ids, stored, cancellationToken);
        foreach (var sql in new[]
        {
            KeepFormerSlugs, ReleaseSlugs, Update, Insert, InsertFormerSlugs, KeepFormerIds,
            DeleteNames, UpdateNames, InsertNames, DeleteTopics, InsertTopics,
        })
        {
            await transaction.ExecuteAsync(sql, cancellationToken);
        }
        return plan.Keys.Zip(ids).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static StoredConcept Stored(NpgsqlDataReader reader) => new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2));

    private static async Task<long[]> NumberAsync(NpgsqlTransaction transaction, ConceptPlan plan, CancellationToken cancellationToken)
    {
        var numbers = new Queue<long>(
            await transaction.NewIdsAsync("concepts", plan.Ids.Count(id => id is null), cancellationToken));
        return [.. plan.Ids.Select(id => id ?? numbers.Dequeue())];
    }

    /// <summary>Sends the concepts that are not as they were stored, a portion after the other.</summary>
    private static async Task StageAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptRow> concepts, long[] ids, IReadOnlyList<StoredConcept> stored,
        CancellationToken cancellationToken)
    {
        var digestOf = stored.ToDictionary(concept => concept.Id, concept => concept.Digest);
        var digest = new RowDigest();
        await Incoming.EmptyAsync(transaction, cancellationToken);
        await Names.EmptyAsync(transaction, cancellationToken);
        await Topics.EmptyAsync(transaction, cancellationToken);
        foreach (var portion in concepts.Zip(ids).Chunk(Portion))
        {
            var changed = portion.Select(pair => new IncomingConcept(pair.Second, pair.First, pair.First.DigestBy(digest)))
                .Where(concept => !digestOf.TryGetValue(concept.Id, out var last) || last != concept.Digest).ToList();
            if (changed.Count == 0) continue;
            await Incoming.AddAsync(transaction, changed, cancellationToken);
            await Names.AddAsync(
                transaction, changed.SelectMany(concept => concept.Row.Names.Select(name => (concept.Id, name))), cancellationToken);
            await Topics.AddAsync(
                transaction, changed.SelectMany(concept => concept.Row.Topics.Select(topic => (concept.Id, topic))), cancellationToken);
        }
        await Incoming.AnalyzeAsync(transaction, cancellationToken);
        await Names.AnalyzeAsync(transaction, cancellationToken);
        await Topics.AnalyzeAsync(transaction, cancellationToken);
    }

    private sealed record IncomingConcept(long Id, ConceptRow Row, long Digest);
}
