using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// Stores all concepts of the collection. Used in three steps of one transaction: <see cref="UpsertAllAsync"/>, then
/// <see cref="ResolutionUpserts"/> for the papers, then <see cref="FinishAsync"/>.
/// </summary>
public static partial class ConceptUpserts
{
    /// <summary>
    /// Stores the concepts, their names and topics. A concept whose key changes stays the same concept where one of its names
    /// has its former key; a slug that it had before goes on leading to it, or to the one it was merged into.
    /// </summary>
    /// <returns>Their ids, in the order of the concepts.</returns>
    public static async Task<IReadOnlyList<long>> UpsertAllAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptRow> concepts, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var numbered = concepts.Select((row, number) => (number, row)).ToList();
        await Incoming.FillAsync(transaction, numbered, cancellationToken);
        await Names.FillAsync(
            transaction, numbered.SelectMany(concept => concept.row.Names.Select(name => (concept.number, name))), cancellationToken);
        await Topics.FillAsync(
            transaction, numbered.SelectMany(concept => concept.row.Topics.Select(topic => (concept.number, topic))), cancellationToken);

        await transaction.ExecuteAsync(FindStored, cancellationToken);
        await transaction.ExecuteAsync(FindGone, cancellationToken);
        await transaction.ExecuteAsync(TakeOver, cancellationToken);
        await transaction.ExecuteAsync(NumberNew, cancellationToken);
        // The ids came after the rows: without their statistics the joins below are planned as if there were none.
        await transaction.ExecuteAsync("analyze incoming_concepts", cancellationToken);
        await transaction.ExecuteAsync(KeepFormerSlugs, cancellationToken);
        await transaction.ExecuteAsync(ReleaseSlugs, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(InsertFormerSlugs, cancellationToken);
        await transaction.ExecuteAsync(DeleteNames, cancellationToken);
        await transaction.ExecuteAsync(UpdateNames, cancellationToken);
        await transaction.ExecuteAsync(InsertNames, cancellationToken);
        await transaction.ExecuteAsync(DeleteTopics, cancellationToken);
        await transaction.ExecuteAsync(InsertTopics, cancellationToken);
        return await transaction.QueryAsync(
            "select id from incoming_concepts order by number", reader => reader.GetInt64(0), cancellationToken);
    }

    /// <summary>
    /// Drops the concepts that were not among those last given to <see cref="UpsertAllAsync"/> in this transaction, lets go of
    /// what still meant them, and counts the papers of each concept.
    /// </summary>
    public static async Task FinishAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(ReleaseMentions, cancellationToken);
        await transaction.ExecuteAsync(DeletePaperConcepts, cancellationToken);
        await transaction.ExecuteAsync(DeleteGone, cancellationToken);
        await transaction.ExecuteAsync(CountPapers, cancellationToken);
    }
}
