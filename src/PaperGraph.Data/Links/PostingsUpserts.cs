using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>Stores which papers have what they are linked by, and how large the collection was when that was counted.</summary>
public static class PostingsUpserts
{
    private static readonly StagingTable<PostingsRow> Incoming = new StagingTable<PostingsRow>("incoming_link_postings")
        .With("feature", "bigint", row => row.Feature)
        .With("part", "integer", row => row.Part)
        .With("level", "smallint", row => (short)row.Level)
        .With("packed", "bytea", row => row.Packed);

    private static readonly string Merge = $"""
        insert into link_postings ({Incoming.ColumnsWithout()})
        select {Incoming.ColumnsWithout()}
        from incoming_link_postings
        order by feature, part
        on conflict (feature, part) do update
        set {Incoming.ColumnsWithout("feature", "part").AssignedFrom("excluded")}
        where {Incoming.ColumnsWithout("feature", "part").Differ("link_postings", "excluded")}
        """;

    private const string Count = """
        insert into link_counts (id, papers, turnover)
        values (1, @papers, @turnover)
        on conflict (id) do update set papers = excluded.papers, turnover = excluded.turnover
        """;

    /// <summary>Replaces some parts.</summary>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<PostingsRow> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) return;
        await Incoming.FillAsync(transaction, parts, cancellationToken);
        await transaction.ExecuteAsync(Merge, cancellationToken);
    }

    /// <summary>Puts these in the place of all that there are, as they come; in the order of the features this is fastest.</summary>
    public static async Task ReplaceAllAsync(
        NpgsqlTransaction transaction, IEnumerable<PostingsRow> parts, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync("truncate link_postings", cancellationToken);
        await Incoming.CopyIntoAsync(transaction, "link_postings", parts, cancellationToken);
    }

    public static Task WriteCountAsync(NpgsqlTransaction transaction, LinkCountRow count, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Count, cancellationToken, ("papers", count.Papers), ("turnover", count.Turnover));
}
