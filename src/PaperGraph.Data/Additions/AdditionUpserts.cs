using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Additions;

/// <param name="ObservedAt">When this was last seen to be so; null where nobody states it.</param>
public readonly record struct AdditionRow(StatedAddition Addition, DateTimeOffset? ObservedAt);

/// <param name="CorpusIds">The papers of which something else is stated than before.</param>
public sealed record UpsertedAdditions(int Added, int Changed, IReadOnlyCollection<long> CorpusIds);

/// <summary>
/// Stores what is stated of papers beside their records, whatever is stored of these. Of several abstracts of a paper the one that was seen
/// last holds, of those that were seen at one time the one that sorts first; what a paper cites adds up.
/// </summary>
public static class AdditionUpserts
{
    private static readonly StagingTable<AdditionRow> Incoming = new StagingTable<AdditionRow>("incoming_additions")
        .With("corpus_id", "bigint", row => row.Addition.CorpusId)
        .With("abstract", "text", row => row.Addition.Abstract)
        .With("cited_corpus_id", "bigint", row => row.Addition.CitedCorpusId)
        .With("observed_at", "timestamp with time zone", row => row.ObservedAt?.ToUniversalTime());

    private const string UpsertAbstracts = """
        with latest as materialized (
            select distinct on (corpus_id) corpus_id, abstract, observed_at
            from incoming_additions
            where abstract is not null
            order by corpus_id, observed_at desc nulls last, abstract collate "C"
        ), former as materialized (
            select corpus_id, a.abstract from latest join added_abstracts a using (corpus_id)
        ), written as (
            insert into added_abstracts as known (corpus_id, abstract, observed_at)
            select corpus_id, abstract, observed_at from latest
            on conflict (corpus_id) do update
            set abstract = excluded.abstract, observed_at = excluded.observed_at
            where coalesce(excluded.observed_at, '-infinity') > coalesce(known.observed_at, '-infinity')
                or excluded.observed_at is not distinct from known.observed_at
                    and excluded.abstract collate "C" < known.abstract collate "C"
            returning corpus_id, abstract
        )
        select w.corpus_id, f.corpus_id is null
        from written w
        left join former f using (corpus_id)
        where f.abstract is distinct from w.abstract
        """;

    private const string InsertReferences = """
        insert into added_references (corpus_id, cited_corpus_id)
        select distinct corpus_id, cited_corpus_id
        from incoming_additions
        where cited_corpus_id is not null
        order by corpus_id, cited_corpus_id
        on conflict do nothing
        returning corpus_id
        """;

    public static async Task<UpsertedAdditions> UpsertAsync(
        NpgsqlTransaction transaction, IEnumerable<AdditionRow> additions, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, additions, cancellationToken);
        var abstracts = await transaction.QueryAsync(
            UpsertAbstracts, reader => (CorpusId: reader.GetInt64(0), IsNew: reader.GetBoolean(1)), cancellationToken);
        var references = await transaction.QueryAsync(InsertReferences, reader => reader.GetInt64(0), cancellationToken);
        return new UpsertedAdditions(
            references.Count + abstracts.Count(row => row.IsNew),
            abstracts.Count(row => !row.IsNew),
            [.. abstracts.Select(row => row.CorpusId).Union(references)]);
    }
}
