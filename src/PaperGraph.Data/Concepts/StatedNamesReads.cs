using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>What pages state that a method or a dataset is called.</summary>
public sealed record StatedNamesRow(ConceptKind Kind, string Name, string? FullName, IReadOnlyList<string> OtherNames);

/// <summary>Reads what all pages state of the names of methods and datasets, whichever page states it and however often.</summary>
public static class StatedNamesReads
{
    private const string Digest = """
        select md5(string_agg(stated, ',' order by stated collate "C"))
        from (select distinct md5((kind, name, full_name, other_names)::text) as stated from concept_statements) told
        """;

    private const string All = "select distinct kind, name, full_name, other_names from concept_statements";

    /// <returns>Another where other names are stated; null where none are.</returns>
    public static async Task<string?> DigestAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(Digest, reader => reader.IsDBNull(0) ? null : reader.GetString(0), cancellationToken)).Single();

    /// <summary>Each once, in any order.</summary>
    public static Task<List<StatedNamesRow>> AllAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.QueryAsync(
            All,
            reader => new StatedNamesRow(
                EnumName.Parse<ConceptKind>(reader.GetString(0)),
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetFieldValue<string[]>(3)),
            cancellationToken);
}
