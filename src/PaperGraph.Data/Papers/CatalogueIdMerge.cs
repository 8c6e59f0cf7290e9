using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Makes the ids in catalogues of the papers in <c>affected_papers</c> and <c>merged_papers</c> what their listings say, and keys of those
/// that one paper alone has. They make no two listings one paper: sources mix them up.
/// </summary>
internal static class CatalogueIdMerge
{
    private static readonly StagingTable<(long PaperId, CatalogueId Id)> Stated =
        new StagingTable<(long PaperId, CatalogueId Id)>("stated_catalogue_ids")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("kind", "text", row => EnumName.For(row.Id.Kind))
            .With("key", "text", row => row.Id.Id);

    private const string IsStored = "select exists (select from paper_catalogue_ids)";

    private const string Update = """
        create temporary table if not exists changed_catalogue_ids (kind text, key text, primary key (kind, key));
        truncate changed_catalogue_ids;

        insert into changed_catalogue_ids
        select kind, key from paper_catalogue_ids where paper_id = any (array(select id from affected_papers))
        union
        select kind, key from stated_catalogue_ids;

        delete from paper_catalogue_ids c
        where c.paper_id = any (array(select id from affected_papers))
            and not exists (select from stated_catalogue_ids s where (s.paper_id, s.kind, s.key) = (c.paper_id, c.kind, c.key));

        insert into paper_catalogue_ids (paper_id, kind, key)
        select distinct paper_id, kind, key
        from stated_catalogue_ids
        on conflict do nothing
        """;

    private const string DeleteKeys = """
        delete from paper_keys k
        using changed_catalogue_ids c
        where (k.kind, k.key) = (c.kind, c.key)
            and (select count(*) from paper_catalogue_ids i where (i.kind, i.key) = (c.kind, c.key)) <> 1
        returning k.kind || ' ' || k.key
        """;

    private const string InsertKeys = """
        insert into paper_keys (kind, key, paper_id)
        select c.kind, c.key, min(i.paper_id)
        from changed_catalogue_ids c
        join paper_catalogue_ids i using (kind, key)
        group by c.kind, c.key
        having count(*) = 1
        on conflict (kind, key) do update set paper_id = excluded.paper_id
        where paper_keys.paper_id <> excluded.paper_id
        returning kind || ' ' || key
        """;

    /// <returns>The keys that lead elsewhere than before, each with its kind: <c>PMID 29456894</c>.</returns>
    public static async Task<IReadOnlyCollection<string>> ApplyAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PaperMerge.PaperRow> papers, CancellationToken cancellationToken)
    {
        var stated = papers.SelectMany(paper => paper.Merged.CatalogueIds.Select(id => (paper.Id, id))).ToList();
        if (stated.Count == 0
            && !(await transaction.QueryAsync(IsStored, reader => reader.GetBoolean(0), cancellationToken)).Single())
        {
            return [];
        }
        await Stated.FillAsync(transaction, stated, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        var changed = await transaction.QueryAsync(DeleteKeys, reader => reader.GetString(0), cancellationToken);
        changed.AddRange(await transaction.QueryAsync(InsertKeys, reader => reader.GetString(0), cancellationToken));
        return changed;
    }
}
