using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Makes the keys of the papers in <c>affected_papers</c> those of a plan, and lets ids and slugs of merged papers lead on.
/// </summary>
internal static class PaperKeyMerge
{
    private static readonly StagingTable<(PaperKeyKind Kind, string Key, long PaperId)> Planned =
        new StagingTable<(PaperKeyKind Kind, string Key, long PaperId)>("planned_keys")
            .With("kind", "text", row => EnumName.For(row.Kind))
            .With("key", "text", row => row.Key)
            .With("paper_id", "bigint", row => row.PaperId);

    private static readonly StagingTable<(long Id, long SurvivorId)> Superseded = new StagingTable<(long Id, long SurvivorId)>(
        "superseded_papers")
        .With("id", "bigint", row => row.Id)
        .With("survivor_id", "bigint", row => row.SurvivorId);

    private const string Update = """
        update paper_keys k
        set paper_id = p.paper_id
        from planned_keys p
        where (k.kind, k.key) = (p.kind, p.key) and k.paper_id <> p.paper_id
        returning k.kind || ' ' || k.key
        """;

    private const string Insert = """
        insert into paper_keys (kind, key, paper_id)
        select kind, key, paper_id
        from planned_keys p
        where not exists (select from paper_keys k where (k.kind, k.key) = (p.kind, p.key))
        order by kind, key collate "C"
        returning kind || ' ' || key
        """;

    private const string Delete = """
        delete from paper_keys k
        where k.paper_id = any (array(select id from affected_papers))
            and k.kind in ('ARXIV', 'DOI', 'OPEN_ALEX', 'SEMANTIC_SCHOLAR', 'TITLE')
            and not exists (select from planned_keys p where (p.kind, p.key) = (k.kind, k.key))
        returning k.kind || ' ' || k.key
        """;

    private const string LeadOn = """
        update paper_keys k
        set paper_id = m.survivor_id
        from superseded_papers m
        where k.paper_id = m.id and k.kind = 'SLUG';

        update former_papers f
        set paper_id = m.survivor_id
        from superseded_papers m
        where f.paper_id = m.id;

        insert into former_papers (id, paper_id, identity, slug)
        select m.id, m.survivor_id, p.identity, p.slug
        from superseded_papers m
        join papers p on p.id = m.id
        """;

    /// <returns>The keys that lead elsewhere than before, each with its kind: <c>ARXIV 1706.03762</c>.</returns>
    public static async Task<IReadOnlyCollection<string>> ApplyAsync(
        NpgsqlTransaction transaction, PaperPlan plan, IReadOnlyList<PaperMerge.PaperRow> papers, CancellationToken cancellationToken)
    {
        await Planned.FillAsync(transaction, papers.SelectMany(GetKeys), cancellationToken);
        var changed = new List<string>();
        foreach (var statement in new[] { Update, Insert, Delete })
            changed.AddRange(await transaction.QueryAsync(statement, reader => reader.GetString(0), cancellationToken));

        var merged = plan.Emptied.Where(paper => paper.Survivor is not null).Select(paper => (paper.Id, papers[paper.Survivor!.Value].Id))
            .ToList();
        if (merged.Count == 0) return changed;
        await Superseded.FillAsync(transaction, merged, cancellationToken);
        await transaction.ExecuteAsync(LeadOn, cancellationToken);
        return changed;
    }

    private static IEnumerable<(PaperKeyKind Kind, string Key, long PaperId)> GetKeys(PaperMerge.PaperRow paper)
    {
        foreach (var (kind, key) in paper.Planned.Keys) yield return (kind, key, paper.Id);
        if (paper.Slug is { } slug) yield return (PaperKeyKind.Slug, slug, paper.Id);
    }
}
