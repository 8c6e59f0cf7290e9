using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Repositories;

/// <summary>Stores the sentences in which papers say that their code will come.</summary>
public static class CodePromiseUpserts
{
    private static readonly StagingTable<CodePromise> Found = new StagingTable<CodePromise>("found_promises")
        .With("paper_id", "bigint", promise => promise.PaperId)
        .With("field", "text", promise => EnumName.For(promise.Field))
        .With("start", "integer", promise => promise.Start)
        .With("quote", "text", promise => promise.Quote)
        .With("extractor", "text", promise => promise.Extractor)
        .With("version", "text", promise => promise.Version);

    private static readonly ColumnList Columns = Found.ColumnsWithout("paper_id");

    private const string Delete = """
        delete from code_promises c
        where c.paper_id = any (@papers) and not exists (select from found_promises f where f.paper_id = c.paper_id)
        """;

    private static readonly string Update = $"""
        update code_promises c
        set {Columns.AssignedFrom("f")}
        from found_promises f
        where c.paper_id = f.paper_id and {Columns.Differ("c", "f")}
        """;

    private static readonly string Insert = $"""
        insert into code_promises (paper_id, {Columns})
        select paper_id, {Columns}
        from found_promises
        on conflict do nothing
        """;

    /// <summary>Makes what was found in the texts of some papers this, and no more.</summary>
    /// <param name="papers">The papers, also those in which nothing was found.</param>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, IEnumerable<long> papers, IReadOnlyList<CodePromise> found, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Found.FillAsync(transaction, found, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken, ("papers", papers.ToArray()));
        if (found.Count == 0) return;
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
    }
}
