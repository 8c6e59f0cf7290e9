using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>Reads what is stored of the links of some papers.</summary>
public static class LinkReads
{
    private const string Lists = """
        select paper_id, levels, related_ids, scores
        from related_papers
        where paper_id = any(@papers)
        """;

    private const string Floors = """
        select paper_id, scores[@most]
        from related_papers
        where paper_id = any(@papers) and cardinality(scores) = @most
        """;

    private const string Postings = """
        select feature, part, level, packed
        from link_postings
        where feature = any(@features)
        """;

    public static async Task<IReadOnlyList<LinkedPaper>> ListsAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? [] : await transaction.QueryAsync(
            Lists,
            reader => new LinkedPaper(
                reader.Value<long>("paper_id"),
                reader.Value<byte[]>("levels"),
                reader.Value<long[]>("related_ids"),
                reader.Value<float[]>("scores")),
            cancellationToken,
            ("papers", papers.ToArray()));

    /// <summary>Of those of some papers that have as many related ones as are kept the score of the last.</summary>
    public static async Task<IReadOnlyList<(long PaperId, float Floor)>> FloorsAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? [] : await transaction.QueryAsync(
            Floors,
            reader => (reader.GetInt64(0), reader.GetFloat(1)),
            cancellationToken,
            ("papers", papers.ToArray()),
            ("most", RelatedPaperListMapping.MaxRelated));

    /// <summary>All parts of the postings of some features, in no order.</summary>
    public static async Task<IReadOnlyList<PostingsRow>> PostingsAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> features, CancellationToken cancellationToken) =>
        features.Count == 0 ? [] : await transaction.QueryAsync(
            Postings,
            reader => new PostingsRow(
                reader.GetInt64(0), reader.GetInt32(1), (byte)reader.GetInt16(2), reader.GetFieldValue<byte[]>(3)),
            cancellationToken,
            ("features", features.ToArray()));

    /// <summary>What is known of the last time when all papers were linked; null where that never was.</summary>
    public static async Task<LinkCountRow?> CountAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(
            "select papers, turnover from link_counts",
            reader => new LinkCountRow(reader.GetInt32(0), reader.GetInt32(1)),
            cancellationToken)).SingleOrDefault();
}
