using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Repositories;

/// <param name="FormerKey">The key of the address that the repository had.</param>
/// <param name="Present">What it is now.</param>
public sealed record RepositoryRenameRow(string FormerKey, string FormerUrl, RepositoryRow Present, string Source);

/// <summary>
/// Stores that repositories were renamed, and makes one of those that are stored under both addresses. What is renamed twice leads to the
/// last address, in whichever order the two are told; renames that go round in a circle say nothing, and are dropped.
/// </summary>
public static class RepositoryRenameUpserts
{
    /// <summary>Nobody renames a repository oftener; longer chains are circles.</summary>
    private const int MaxSteps = 32;

    private static readonly StagingTable<RepositoryRenameRow> Incoming = new StagingTable<RepositoryRenameRow>("incoming_renames")
        .With("key", "text", row => row.FormerKey)
        .With("url", "text", row => row.FormerUrl)
        .With("present_key", "text", row => row.Present.Key)
        .With("present_host", "text", row => row.Present.Host)
        .With("present_owner", "text", row => row.Present.Owner)
        .With("present_name", "text", row => row.Present.Name)
        .With("present_url", "text", row => row.Present.Url)
        .With("source", "text", row => row.Source);

    private static readonly ColumnList Columns = Incoming.ColumnsWithout();

    private static readonly ColumnList Told = Incoming.ColumnsWithout("key");

    private static readonly ColumnList Present = Incoming.ColumnsWithout("key", "url", "source");

    // Of two that one input tells of the same address, the one that sorts first.
    private static readonly string Insert = $"""
        insert into repository_renames ({Columns})
        select distinct on (key) {Columns}
        from incoming_renames
        where key <> present_key
        order by key, present_key collate "C", url collate "C"
        on conflict (key) do update
        set {Told.AssignedFrom("excluded")}
        where {Told.Differ("repository_renames", "excluded")}
        """;

    private static readonly string Follow = $"""
        update repository_renames r
        set {Present.AssignedFrom("next")}
        from repository_renames next
        where next.key = r.present_key and next.present_key <> r.key
        """;

    private const string DropCircles = """
        delete from repository_renames r
        where exists (select from repository_renames next where next.key = r.present_key)
        """;

    /// <summary>The rows of former addresses, and the row of the present one where there is another: the others become it.</summary>
    private const string Find = """
        create temporary table if not exists renamed_repositories (former_id bigint, present_key text, id bigint);
        truncate renamed_repositories;

        insert into renamed_repositories
        select former.id, f.present_key, coalesce(present.id, min(former.id) over (partition by f.present_key))
        from repository_renames f
        join repositories former on former.key = f.key
        left join repositories present on present.key = f.present_key
        """;

    private const string Papers =
        "select e.paper_id from paper_repositories e where e.repository_id in (select former_id from renamed_repositories)";

    private const string Merge = """
        update repositories r
        set key = f.present_key, host = f.present_host, owner = f.present_owner, name = f.present_name, url = f.present_url
        from renamed_repositories renamed
        join repository_renames f using (present_key)
        where renamed.former_id = renamed.id and r.id = renamed.id;

        insert into paper_repositories (paper_id, repository_id, is_official, published_order)
        select e.paper_id, renamed.id, bool_or(e.is_official), min(e.published_order)
        from renamed_repositories renamed
        join paper_repositories e on e.repository_id = renamed.former_id
        where renamed.former_id <> renamed.id
        group by e.paper_id, renamed.id
        on conflict (paper_id, repository_id) do update
        set is_official = case
            when paper_repositories.is_official or excluded.is_official then true
            else coalesce(paper_repositories.is_official, excluded.is_official) end;

        update evidence e
        set repository_id = renamed.id
        from renamed_repositories renamed
        join paper_repositories p on p.repository_id = renamed.former_id
        where renamed.former_id <> renamed.id and e.paper_id = p.paper_id and e.repository_id = renamed.former_id;

        update repository_renames f
        set former_id = former.id
        from renamed_repositories renamed
        join repositories former on former.id = renamed.former_id
        where renamed.former_id <> renamed.id and f.key = former.key;

        delete from repositories r
        using renamed_repositories renamed
        where r.id = renamed.former_id and renamed.former_id <> renamed.id
        """;

    /// <returns>How many were not stored, or were stored otherwise.</returns>
    public static async Task<int> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<RepositoryRenameRow> renames, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, renames, cancellationToken);
        var stored = await transaction.ExecuteAsync(Insert, cancellationToken);
        var hasMoved = true;
        for (var step = 0; hasMoved && step < MaxSteps; step++)
            hasMoved = await transaction.ExecuteAsync(Follow, cancellationToken) > 0;
        await transaction.ExecuteAsync(DropCircles, cancellationToken);

        await transaction.ExecuteAsync(Find, cancellationToken);
        const string Affected = "select id from renamed_papers";
        await transaction.ExecuteAsync(
            $"""
            create temporary table if not exists renamed_papers (id bigint);
            truncate renamed_papers;
            insert into renamed_papers {Papers}
            """,
            cancellationToken);
        await PaperCounts.BeginAsync(transaction, Affected, cancellationToken);
        await transaction.ExecuteAsync(Merge, cancellationToken);
        await PaperCounts.ApplyAsync(transaction, Affected, cancellationToken);
        return stored;
    }
}
