using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Papers;

/// <summary>Papers that were merged into others, and come back where later evidence tells them apart again.</summary>
internal static class ReturningPapers
{
    private const string Take = """
        delete from former_papers f
        where f.paper_id = any (array(select id from affected_papers))
            and f.id = any (array(
                select distinct on (b.identity) b.id from former_papers b where b.identity = any (@identities)
                    and b.paper_id = any (array(select id from affected_papers))
                order by b.identity, b.id))
        returning f.id, f.identity, f.slug
        """;

    /// <param name="identities">
    /// What papers are that no stored one is, and that have listings of one that is: what is new under a title is another paper than the
    /// one that was merged.
    /// </param>
    /// <returns>The ids and slugs that those of them had which were stored before, and now lead to no other paper.</returns>
    public static async Task<IReadOnlyDictionary<string, (long Id, string Slug)>> TakeAsync(
        NpgsqlTransaction transaction, string[] identities, CancellationToken cancellationToken)
    {
        if (identities.Length == 0) return new Dictionary<string, (long Id, string Slug)>();
        var returning = await transaction.QueryAsync(
            Take,
            reader => (Id: reader.GetInt64(0), Identity: reader.GetString(1), Slug: reader.GetString(2)),
            cancellationToken,
            ("identities", identities));
        return returning.ToDictionary(paper => paper.Identity, paper => (paper.Id, paper.Slug));
    }
}
