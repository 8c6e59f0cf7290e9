using Npgsql;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Data.Concepts;

namespace PaperGraph.Ingest.Concepts;

/// <summary>The collection as it is counted in the database, of which what a change hangs on is read and nothing else.</summary>
internal static class CountedCollection
{
    /// <summary>As many papers at once are counted with what hangs on them in memory.</summary>
    private const int MaxChanged = 5_000;

    /// <summary>A change of one of so many papers touches most of what is frequent, so that all is read as fast.</summary>
    private const int Fraction = 4;

    /// <param name="counted">The number of papers that are counted.</param>
    /// <param name="vocabulary">That by which they were counted.</param>
    /// <returns>
    /// What becomes of the collection with the papers whose names have changed; null where all papers have to be counted anew, since
    /// most have changed, or there are so many more that names are rare which were not.
    /// </returns>
    public static async Task<CountedChange?> TryChangeAsync(
        NpgsqlTransaction transaction, int counted, ConceptVocabulary vocabulary, CancellationToken cancellationToken)
    {
        var max = Math.Min(MaxChanged, counted / Fraction);
        var rows = await CollectionReads.ChangedAsync(transaction, max + 1, cancellationToken);
        if (rows.Count > max) return null;
        var texts = new RepeatedTexts();
        var changed = rows.Select(row => Changed(row, texts)).Where(paper => paper.Counted is not null || paper.Names is not null).ToList();
        var papers = counted + changed.Count(paper => paper.Counted is null) - changed.Count(paper => paper.Names is null);
        if (!ConceptCollection.IsAlike(counted, papers)) return null;

        var mentions = rows.ToDictionary(row => row.PaperId, row => row.Mentions);
        var cache = CollectionCache.Create();
        while (true)
        {
            if (ConceptCollection.TryChange(cache, changed, papers, vocabulary) is { } change)
                return new CountedChange(change, papers, mentions);
            await FillAsync(transaction, cache, mentions, cancellationToken);
        }
    }

    private static async Task FillAsync(
        NpgsqlTransaction transaction, CollectionCache cache, Dictionary<long, long> mentions, CancellationToken cancellationToken)
    {
        var records = await CollectionReads.RecordsAsync(transaction, cache.LackedRecords, cancellationToken);
        var referring = await CollectionReads.ReferringAsync(transaction, cache.LackedKeys, cancellationToken);
        var papers = await CollectionReads.PapersAsync(transaction, cache.LackedPapers, cancellationToken);
        foreach (var paper in papers) mentions.TryAdd(paper.PaperId, paper.Mentions);
        cache.Fill(
            records.Select(ConceptMapper.Record),
            referring.Select(ConceptMapper.Record),
            papers.Select(paper => new StoredPaper(paper.PaperId, paper.Packed, paper.Meanings, paper.LookupKeys)));
    }

    private static ChangedPaper Changed(ChangedNamesRow row, RepeatedTexts texts) => new(
        row.PaperId,
        row is { Former: { } former, Meanings: { } meanings } ? CountedPaper.Unpack(row.PaperId, former, meanings, texts) : null,
        row.Packed is { } packed ? PackedNames.Unpack(row.PaperId, packed, texts) : null);
}

/// <param name="Papers">The number of papers that are counted with it.</param>
/// <param name="Mentions">The digests of the mentions of the papers that are to be stored again, and of others.</param>
internal sealed record CountedChange(CollectionChange Change, int Papers, IReadOnlyDictionary<long, long> Mentions);
