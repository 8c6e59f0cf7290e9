using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Topics;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Makes the categories, which are topics, too, and the versions of the papers in <c>merged_papers</c> what their listings say.
/// </summary>
internal static class PaperPartsMerge
{
    private static readonly StagingTable<(long PaperId, MergedCategory Category)> Categories =
        new StagingTable<(long PaperId, MergedCategory Category)>("stated_categories")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("category", "text", row => row.Category.Code)
            .With("position", "integer", row => row.Category.Position)
            .With("source", "text", row => row.Category.Source);

    private static readonly StagingTable<(long PaperId, MergedVersion Version)> Versions =
        new StagingTable<(long PaperId, MergedVersion Version)>("stated_versions")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("number", "integer", row => row.Version.Number)
            .With("submitted_on", "date", row => row.Version.SubmittedOn)
            .With("is_withdrawn", "boolean", row => row.Version.IsWithdrawn)
            .With("source", "text", row => row.Version.Source);

    private static readonly string DeleteCategories = Delete("paper_categories", "stated_categories", Categories.ColumnsWithout());

    private static readonly string DeleteVersions = Delete("paper_versions", "stated_versions", Versions.ColumnsWithout());

    private const string InsertCategories = """
        insert into paper_categories (paper_id, category, position, source, published_order)
        select s.paper_id, s.category, s.position, s.source, p.published_order
        from stated_categories s
        join papers p on p.id = s.paper_id
        on conflict do nothing
        """;

    private const string InsertVersions = """
        insert into paper_versions (paper_id, number, submitted_on, is_withdrawn, source)
        select paper_id, number, submitted_on, is_withdrawn, source
        from stated_versions
        on conflict do nothing
        """;

    private const string IsStored =
        "select exists (select from paper_categories), exists (select from paper_versions)";

    public static async Task ApplyAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PaperMerge.PaperRow> papers, CancellationToken cancellationToken)
    {
        var categories = papers.SelectMany(paper => paper.Merged.Categories.Select(category => (paper.Id, category))).ToList();
        var versions = papers.SelectMany(paper => paper.Merged.Versions.Select(version => (paper.Id, version))).ToList();
        var stored = await transaction.QueryAsync(IsStored, reader => (reader.GetBoolean(0), reader.GetBoolean(1)), cancellationToken);
        var (hasCategories, hasVersions) = stored.Single();
        if (categories.Count > 0 || hasCategories)
        {
            await Categories.FillAsync(transaction, categories, cancellationToken);
            await transaction.ExecuteAsync(DeleteCategories, cancellationToken);
            await transaction.ExecuteAsync(InsertCategories, cancellationToken);
            await CategoryTopicMerge.ApplyAsync(transaction, categories, cancellationToken);
        }
        if (versions.Count > 0 || hasVersions)
        {
            await Versions.FillAsync(transaction, versions, cancellationToken);
            await transaction.ExecuteAsync(DeleteVersions, cancellationToken);
            await transaction.ExecuteAsync(InsertVersions, cancellationToken);
        }
    }

    /// <summary>Rows that are stated as they are stay as they are.</summary>
    private static string Delete(string table, string stated, ColumnList columns) => $"""
        delete from {table} e
        where e.paper_id = any (array(select id from merged_papers))
            and not exists (select from {stated} s where s.paper_id = e.paper_id and not {columns.Differ("s", "e")})
        """;
}

/// <param name="Position">0 for the one that the paper was submitted to.</param>
internal sealed record MergedCategory(string Code, int Position, string Source);

internal sealed record MergedVersion(int Number, DateOnly? SubmittedOn, bool IsWithdrawn, string Source);
