using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Links;

/// <summary>Replaces the links of papers, and their reasons.</summary>
public static class LinkUpserts
{
    private static readonly StagingTable<LinkState> Papers = new StagingTable<LinkState>("linked_papers")
        .With("id", "bigint", state => state.PaperId)
        .With("features", "bigint", state => state.Features)
        .With("rarity", "bigint", state => state.Rarity)
        .With("floor", "real", state => state.Floor);

    private static readonly StagingTable<Row> Links = new StagingTable<Row>("incoming_links")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("related_id", "bigint", row => row.Link.RelatedId)
        .With("score", "real", row => row.Link.Score)
        .With("rank", "integer", row => row.Rank);

    private static readonly StagingTable<Reason> Reasons = new StagingTable<Reason>("incoming_link_reasons")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("related_id", "bigint", row => row.RelatedId)
        .With("ordinal", "integer", row => row.Ordinal)
        .With("kind", "text", row => StoredName.For(row.Row.Kind))
        .With("concept_id", "bigint", row => IsConcept(row.Row.Kind) ? row.Row.TargetId : null)
        .With("organization_id", "bigint", row => row.Row.Kind == ReasonKind.Organization ? row.Row.TargetId : null)
        .With("repository_id", "bigint", row => row.Row.Kind == ReasonKind.Repository ? row.Row.TargetId : null)
        .With("words", "text[]", row => row.Row.Words?.ToArray())
        .With("weight", "real", row => row.Row.Weight);

    // No two links of a paper have one rank, so that what moved is taken out before it is put back.
    private const string Delete = """
        delete from links l
        using linked_papers p
        where l.paper_id = p.id
            and not exists (
                select from incoming_links i
                where (i.paper_id, i.related_id, i.rank, i.score) = (l.paper_id, l.related_id, l.rank, l.score))
        """;

    private const string Insert = """
        insert into links (paper_id, related_id, score, rank)
        select paper_id, related_id, score, rank
        from incoming_links i
        where not exists (select from links l where (l.paper_id, l.related_id) = (i.paper_id, i.related_id))
        order by paper_id, rank
        """;

    private const string DeleteReasons = """
        delete from link_reasons r
        using linked_papers p
        where r.paper_id = p.id
            and not exists (
                select from incoming_link_reasons i
                where (i.paper_id, i.related_id, i.ordinal) = (r.paper_id, r.related_id, r.ordinal))
        """;

    private const string UpdateReasons = """
        update link_reasons r
        set kind = i.kind, concept_id = i.concept_id, organization_id = i.organization_id, repository_id = i.repository_id,
            words = i.words, weight = i.weight
        from incoming_link_reasons i
        where (i.paper_id, i.related_id, i.ordinal) = (r.paper_id, r.related_id, r.ordinal)
            and (r.kind, r.concept_id, r.organization_id, r.repository_id, r.words, r.weight)
                is distinct from (i.kind, i.concept_id, i.organization_id, i.repository_id, i.words, i.weight)
        """;

    private const string InsertReasons = """
        insert into link_reasons (
            paper_id, related_id, ordinal, kind, concept_id, organization_id, repository_id, words, weight)
        select paper_id, related_id, ordinal, kind, concept_id, organization_id, repository_id, words, weight
        from incoming_link_reasons i
        where not exists (
            select from link_reasons r
            where (r.paper_id, r.related_id, r.ordinal) = (i.paper_id, i.related_id, i.ordinal))
        order by paper_id, related_id, ordinal
        """;

    private const string StoreStates = """
        insert into link_states (paper_id, features, rarity, floor)
        select id, features, rarity, floor
        from linked_papers
        on conflict (paper_id) do update set features = excluded.features, rarity = excluded.rarity, floor = excluded.floor
        where (link_states.features, link_states.rarity, link_states.floor)
            is distinct from (excluded.features, excluded.rarity, excluded.floor)
        """;

    private const string Remove = "delete from links where paper_id = any(@papers) or related_id = any(@papers)";

    /// <param name="papers">All links of some papers, also of those that have none.</param>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, IReadOnlyList<LinkedPaper> papers, CancellationToken cancellationToken)
    {
        var links = papers.SelectMany(paper => paper.Related.Select((link, index) => new Row(paper.PaperId, index + 1, link)));
        var reasons = papers.SelectMany(paper => paper.Related.SelectMany(link => link.Reasons.Select(
            (reason, index) => new Reason(paper.PaperId, link.RelatedId, index + 1, reason))));

        await transaction.TakeWriteLockAsync(cancellationToken);
        await Papers.FillAsync(transaction, papers.Select(paper => paper.State), cancellationToken);
        await Links.FillAsync(transaction, links, cancellationToken);
        await Reasons.FillAsync(transaction, reasons, cancellationToken);
        foreach (var sql in new[] { Delete, Insert, DeleteReasons, UpdateReasons, InsertReasons, StoreStates })
            await transaction.ExecuteAsync(sql, cancellationToken);
    }

    /// <summary>Takes away the links of some papers and to them, with their reasons.</summary>
    public static Task RemoveAsync(NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? Task.CompletedTask : transaction.ExecuteAsync(Remove, cancellationToken, ("papers", papers.ToArray()));

    private static bool IsConcept(ReasonKind kind) =>
        kind is not (ReasonKind.Organization or ReasonKind.Repository or ReasonKind.Words);

    private sealed record Row(long PaperId, int Rank, LinkRow Link);

    private sealed record Reason(long PaperId, long RelatedId, int Ordinal, ReasonRow Row);
}
