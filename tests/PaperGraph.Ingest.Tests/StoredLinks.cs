using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Faults;
using PaperGraph.Ingest.Linking;
using PaperGraph.Model;
using LinkList = PaperGraph.Concepts.Linking.StoredLinks;

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

    /// <summary>Has all papers counted and linked anew, as when many have come.</summary>
    public static async Task LinkAllAsync(this ImportDatabase database)
    {
        await database.RowsAsync("delete from link_counts");
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await new LinkingStage(100, new StageProblems(1), progress: null).RunAsync(transaction, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>The lists as they are stored, a paper a line.</summary>
    public static async Task<string> TellListsAsync(this ImportDatabase database)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var papers = await FeaturesReads.AllAsync(transaction, CancellationToken.None).Select(row => row.PaperId).ToListAsync();
        var lists = await LinkReads.ListsAsync(transaction, papers, CancellationToken.None);
        return string.Join('\n', lists.Select(LinkRows.Links).OrderBy(list => list.PaperId).Select(Tell));
    }

    /// <summary>The same of all papers linked anew by the levels that are stored.</summary>
    public static async Task<string> TellListsLinkedAnewAsync(this ImportDatabase database)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var targets = new LinkFeatureLookup();
        foreach (var (id, key, kind) in (await FeaturesReads.TargetsAsync(transaction, CancellationToken.None)).Concepts)
            targets.AddConcept(new LinkableEntity(id, key), kind);
        var levels = new Dictionary<long, byte>();
        await using (var command = new Npgsql.NpgsqlCommand("select distinct feature, level from link_postings", connection, transaction))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) levels.Add(reader.GetInt64(0), (byte)reader.GetInt16(1));

        var linker = new PaperLinker(
            new LinkOptions(), (await LinkReads.CountAsync(transaction, CancellationToken.None))!.Papers, levels);
        linker.Add(
            await FeaturesReads.AllAsync(transaction, CancellationToken.None)
                .Select(row => (row.PaperId, LinkRows.Features(row))).ToListAsync(),
            targets,
            (_, exception) => throw exception);
        return string.Join('\n', linker.Link().Select(LinkList.From).Select(Tell));
    }

    private static string Tell(LinkList list) => string.Join(' ',
        [
            $"{list.PaperId} [{string.Join(' ', list.Levels)}]",
            .. list.Related.Zip(list.Scores, (id, score) => FormattableString.Invariant($"{id}={score:r}")),
        ]);

    /// <summary>The links with their reasons, a reason a line.</summary>
    public static async Task<string> TellLinksAsync(this ImportDatabase database) => string.Join('\n', await database.ReadReasonsAsync());
}
