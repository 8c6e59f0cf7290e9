using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Tests;

/// <param name="Of">The key of what is shared, or the shared words.</param>
internal sealed record StoredReason(
    string Paper, int Rank, string Related, float Score, int Ordinal, ReasonKind Kind, string Of, float Weight)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Paper} | {Rank} | {Related} | {Score:r} | {Ordinal} | {Kind} | {Of} | {Weight:r}");
}

/// <summary>The links in a database with their reasons, worked out of what is stored.</summary>
internal static class StoredLinks
{
    /// <summary>In the order of titles, ranks and ordinals.</summary>
    public static async Task<IReadOnlyList<StoredReason>> ReadReasonsAsync(this ImportDatabase database)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (concepts, organizations, repositories) = await FeaturesReads.TargetsAsync(transaction, CancellationToken.None);
        var targets = new LinkFeatureLookup();
        foreach (var (id, key, kind) in concepts) targets.AddConcept(new LinkableEntity(id, key), kind);
        foreach (var (id, key) in organizations) targets.AddOrganization(new LinkableEntity(id, key));
        foreach (var (id, key) in repositories) targets.AddRepository(new LinkableEntity(id, key));
        var features = await FeaturesReads.AllAsync(transaction, CancellationToken.None).ToDictionaryAsync(
            row => row.PaperId, row => new PaperFeatures(row.Packed, row.ConceptIds, row.OrganizationIds, row.RepositoryIds));

        var titles = new Dictionary<long, string>();
        await using (var command = new Npgsql.NpgsqlCommand("select id, title from papers", connection, transaction))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) titles.Add(reader.GetInt64(0), reader.GetString(1));

        var reasons = new List<StoredReason>();
        await using var links = new Npgsql.NpgsqlCommand(
            "select paper_id, related_ids, scores, levels from related_papers", connection, transaction);
        await using var rows = await links.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (paper, related, scores) = (rows.GetInt64(0), rows.GetFieldValue<long[]>(1), rows.GetFieldValue<float[]>(2));
            var explained = LinkExplanation.Explain(
                features[paper], rows.GetFieldValue<byte[]>(3), [.. related.Zip(scores, (id, score) => (features[id], score))], targets);
            foreach (var (rank, why) in explained.Index())
                reasons.AddRange(why.Select((reason, i) => new StoredReason(
                    titles[paper], rank + 1, titles[related[rank]], scores[rank], i + 1, reason.Kind, Of(reason), reason.Weight)));
        }
        return
        [
            .. reasons.OrderBy(reason => reason.Paper, StringComparer.Ordinal)
                .ThenBy(reason => reason.Rank).ThenBy(reason => reason.Ordinal),
        ];

        string Of(LinkReason reason) => reason.Kind switch
        {
            ReasonKind.Words => string.Join(' ', reason.Words),
            ReasonKind.Organization => organizations.Single(target => target.Id == reason.TargetId).Key,
            ReasonKind.Repository => repositories.Single(target => target.Id == reason.TargetId).Key,
            _ => concepts.Single(target => target.Id == reason.TargetId).Key,
        };
    }

    /// <summary>The same, a reason a line.</summary>
    public static async Task<string> TellLinksAsync(this ImportDatabase database) => string.Join('\n', await database.ReadReasonsAsync());
}
