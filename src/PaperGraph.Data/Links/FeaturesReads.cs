using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Links;

/// <summary>Reads what papers are compared by, as it is stored.</summary>
public static class FeaturesReads
{
    private static readonly string Stale = $"""
        select p.id
        from papers p
        left join resolutions r on r.paper_id = p.id
        left join paper_features f on f.paper_id = p.id
        where @all or f.version is distinct from @version or f.made_of is distinct from {LinkableReads.MadeOf}
        order by p.id
        """;

    private const string Features = """
        select paper_id, made_of, packed, concept_ids, organization_ids, repository_ids
        from paper_features
        order by paper_id
        """;

    private const string Some = """
        select paper_id, made_of, packed, concept_ids, organization_ids, repository_ids
        from paper_features
        where paper_id = any(@papers)
        """;

    /// <summary>
    /// The papers whose features were made of something else than there is now, or by another version, or never; ascending.
    /// </summary>
    /// <param name="all">Whether the papers whose features are up to date are wanted too.</param>
    public static async Task<IReadOnlyList<long>> StaleAsync(
        NpgsqlTransaction transaction, string version, bool all, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(Stale, reader => reader.GetInt64(0), cancellationToken, ("version", version), ("all", all));

    /// <summary>Reads the features of all papers one after the other, in the order of the papers' ids.</summary>
    public static async IAsyncEnumerable<FeaturesRow> AllAsync(
        NpgsqlTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Features, transaction.Connection, transaction) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Row(reader);
        }
    }

    /// <summary>Reads the features of some papers, in no order.</summary>
    public static async Task<IReadOnlyList<FeaturesRow>> SomeAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? [] : await transaction.QueryAsync(Some, Row, cancellationToken, ("papers", papers.ToArray()));

    /// <summary>What features are called by: all concepts, organizations and repositories, with their keys.</summary>
    public static async Task<(
        IReadOnlyList<(long Id, string Key, ConceptKind Kind)> Concepts,
        IReadOnlyList<(long Id, string Key)> Organizations,
        IReadOnlyList<(long Id, string Key)> Repositories)> TargetsAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken) => (
        await transaction.QueryAsync(
            "select id, key, kind from concepts",
            reader => (reader.GetInt64(0), reader.GetString(1), EnumName.Parse<ConceptKind>(reader.GetString(2))),
            cancellationToken),
        await transaction.QueryAsync(
            "select id, slug from organizations", reader => (reader.GetInt64(0), reader.GetString(1)), cancellationToken),
        await transaction.QueryAsync(
            "select id, key from repositories", reader => (reader.GetInt64(0), reader.GetString(1)), cancellationToken));

    /// <summary>The keys and kinds of some concepts.</summary>
    public static async Task<IReadOnlyList<(long Id, string Key, ConceptKind Kind)>> ConceptsAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> concepts, CancellationToken cancellationToken) =>
        concepts.Count == 0 ? [] : await transaction.QueryAsync(
            "select id, key, kind from concepts where id = any(@concepts)",
            reader => (reader.GetInt64(0), reader.GetString(1), EnumName.Parse<ConceptKind>(reader.GetString(2))),
            cancellationToken,
            ("concepts", concepts.ToArray()));

    internal static FeaturesRow Row(NpgsqlDataReader reader) => new(
        reader.Value<long>("paper_id"),
        reader.Value<long>("made_of"),
        reader.Value<byte[]>("packed"),
        reader.Value<long[]>("concept_ids"),
        reader.Value<long[]>("organization_ids"),
        reader.Value<long[]>("repository_ids"));
}
