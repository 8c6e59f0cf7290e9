using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Additions;

/// <summary>Adds to the records of papers what is stated of them elsewhere.</summary>
internal static class AdditionReads
{
    private const string Abstracts = "select corpus_id, abstract from added_abstracts where corpus_id = any(@ids)";

    private const string References = """
        select corpus_id, array_agg(cited_corpus_id order by cited_corpus_id)
        from added_references
        where corpus_id = any(@ids)
        group by corpus_id
        """;

    /// <returns>
    /// The listings, those of records in the corpus of Semantic Scholar with the abstract and the references that were added to them. What
    /// was added before is replaced, so that the answer follows from what is stored of both, whichever came first.
    /// </returns>
    public static async Task<IReadOnlyList<KeyedListing>> AddAsync(
        NpgsqlTransaction transaction, IReadOnlyList<KeyedListing> listings, CancellationToken cancellationToken)
    {
        var ids = listings.Select(CorpusIdOf).OfType<long>().Distinct().ToArray();
        if (ids.Length == 0) return listings;
        var abstracts = (await transaction.QueryAsync(
            Abstracts, reader => (Id: reader.GetInt64(0), Text: reader.GetString(1)), cancellationToken, ("ids", ids)))
            .ToDictionary(row => row.Id, row => row.Text);
        var references = (await transaction.QueryAsync(
            References, reader => (Id: reader.GetInt64(0), Cited: reader.GetFieldValue<long[]>(1)), cancellationToken, ("ids", ids)))
            .ToDictionary(row => row.Id, row => row.Cited);
        if (abstracts.Count + references.Count == 0) return listings;
        return
        [
            .. listings.Select(listing => CorpusIdOf(listing) is not { } id ? listing : listing with
            {
                Listing = listing.Listing with
                {
                    Paper = Completed(listing.Paper, abstracts.GetValueOrDefault(id), references.GetValueOrDefault(id)),
                },
            }),
        ];
    }

    private static long? CorpusIdOf(KeyedListing listing) =>
        listing.Paper.SemanticScholarId is { } id ? CorpusIds.FromRecordId(id) : null;

    private static ListedPaper Completed(ListedPaper paper, string? text, long[]? cited) => paper with
    {
        Abstract = text ?? paper.Abstract,
        Details = cited is null ? paper.Details : (paper.Details ?? new PaperDetails()) with
        {
            References = [.. (paper.Details?.References ?? []).Where(work => !IsAdded(work)), .. cited.Select(Work)],
        },
    };

    private static StatedWork Work(long corpusId) => new() { SemanticScholarId = CorpusIds.ToRecordId(corpusId) };

    private static bool IsAdded(StatedWork work) =>
        work.SemanticScholarId is { } id && CorpusIds.FromRecordId(id) is { } corpusId && work == Work(corpusId);
}
