using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Authors;

/// <summary>
/// Makes the affiliations of the authors of the papers in <c>merged_papers</c> what their listings say. The organizations are stored
/// before, and are found by the accounts that lead to them.
/// </summary>
internal static class AffiliationMerge
{
    private static readonly StagingTable<Row> Stated = new StagingTable<Row>("stated_affiliations")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("position", "integer", row => row.Position)
        .With("number", "integer", row => row.Number)
        .With("account", "text", row => row.Account)
        .With("name", "text", row => row.Name)
        .With("source", "text", row => row.Source);

    private const string Known = """
        (
            select s.paper_id, s.position, s.number, l.organization_id, s.name, s.source
            from stated_affiliations s
            join organization_slugs l on l.slug = s.account
        ) known
        """;

    private const string Delete = $"""
        delete from affiliations a
        where a.paper_id = any (array(select id from merged_papers))
            and not exists (
                select
                from {Known}
                where (known.paper_id, known.position, known.number, known.organization_id, known.name, known.source)
                    = (a.paper_id, a.position, a.number, a.organization_id, a.name, a.source))
        """;

    private const string Insert = $"""
        insert into affiliations (paper_id, position, number, organization_id, name, source)
        select paper_id, position, number, organization_id, name, source
        from {Known}
        on conflict do nothing
        """;

    public static async Task ApplyAsync(
        NpgsqlTransaction transaction,
        IEnumerable<PaperMerge.PaperRow> papers,
        StoredAuthorKnowledge stored,
        CancellationToken cancellationToken)
    {
        var rows = papers.SelectMany(Rows).ToList();
        if (rows.Count == 0 && !stored.HasAffiliations) return;
        await Stated.FillAsync(transaction, rows, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
    }

    private static IEnumerable<Row> Rows(PaperMerge.PaperRow paper) =>
        from author in paper.Merged.Authors
        from institution in author.Institutions.Select((stated, i) => (Number: i + 1, Stated: stated))
        select new Row(
            paper.Id,
            author.Position,
            institution.Number,
            InstitutionAccount.For(institution.Stated),
            institution.Stated.Name,
            author.InstitutionsSource!);

    private sealed record Row(long PaperId, int Position, int Number, string Account, string Name, string Source);
}
