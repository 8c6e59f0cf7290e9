using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Organizations;

/// <param name="LeadsTo">The organization to which its slug leads as an account; its own id, as a rule.</param>
/// <param name="IsStated">Whether a listing names the organization.</param>
/// <param name="Names">The names that listings call it by.</param>
public sealed record StoredOrganization(long Id, string Slug, long LeadsTo, bool IsStated, IReadOnlyList<string> Names);

/// <summary>An institution, and the organization to which its account leads.</summary>
/// <param name="Ancestors">The accounts of all that it is a part of.</param>
public sealed record StoredInstitution(
    long OrganizationId, string Account, string? Ror, string? CountryCode, IReadOnlyList<string> Ancestors);

/// <summary>The address of a repository or of another resource.</summary>
public sealed record AddressRow(long Id, string Url);

/// <summary>All that organizations follow from, as it is stored.</summary>
public static class OrganizationReads
{
    private const string Stored = """
        select o.id, o.slug, coalesce(s.organization_id, o.id) as leads_to,
            exists (select from organization_slugs x where x.organization_id = o.id and x.is_stated) as is_stated,
            array(
                select distinct n.name
                from organization_names n
                where n.organization_id = o.id and n.source <> all (array[@account, @other, @known])
                order by n.name) as names
        from organizations o
        left join organization_slugs s using (slug)
        order by o.id
        """;

    private const string Accounts = "select slug, organization_id from organization_slugs where is_stated";

    private const string Institutions = """
        select s.organization_id, i.account, i.ror, i.country_code, i.ancestors
        from institutions i
        join organization_slugs s on s.slug = i.account
        order by i.account
        """;

    private const string Repositories = "select id, url from repositories";

    private const string Resources = "select id, url from resources";

    // No row is there twice: an exclusive or would lose it.
    private const string Seen = """
        select
            (select coalesce(bit_xor(hash_record_extended((o.id, o.slug, o.name, o.parent_id, o.ror, o.country_code), 0)), 0)
                from organizations o),
            (select coalesce(bit_xor(hash_record_extended((n.organization_id, n.name, n.source), 0)), 0) from organization_names n),
            (select coalesce(bit_xor(hash_record_extended(s, 0)), 0) from organization_slugs s),
            (select coalesce(bit_xor(hash_record_extended((r.id, r.key, r.organization_id), 0)), 0) from repositories r),
            (select coalesce(bit_xor(hash_record_extended((r.id, r.url, r.organization_id), 0)), 0) from resources r),
            (select coalesce(bit_xor(hash_record_extended(i, 0)), 0) from institutions i),
            (select coalesce(bit_xor(hash_record_extended(e, 0)), 0) from evidence e)
        """;

    /// <summary>A digest of all of it, and of what follows from it.</summary>
    public static async Task<long> DigestAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var digests = await transaction.QueryAsync(
            Seen,
            reader =>
                Enumerable.Range(0, reader.FieldCount).Aggregate(new RowDigest(), (digest, i) => digest.Add(reader.GetInt64(i))).Take(),
            cancellationToken);
        return digests.Single();
    }

    public static async Task<IReadOnlyList<StoredOrganization>> ReadAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Stored,
            reader => new StoredOrganization(
                reader.Value<long>("id"),
                reader.Value<string>("slug"),
                reader.Value<long>("leads_to"),
                reader.Value<bool>("is_stated"),
                reader.Value<string[]>("names")),
            cancellationToken,
            ("account", NameSources.Account),
            ("other", NameSources.Other),
            ("known", NameSources.Known));

    /// <summary>The accounts, in lower case, by which listings name organizations, and the ids of these.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> AccountsAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var accounts = await transaction.QueryAsync(Accounts, reader => (reader.GetString(0), reader.GetInt64(1)), cancellationToken);
        return accounts.ToDictionary();
    }

    public static async Task<IReadOnlyList<StoredInstitution>> InstitutionsAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Institutions,
            reader => new StoredInstitution(
                reader.Value<long>("organization_id"),
                reader.Value<string>("account"),
                reader.TextOrNull("ror"),
                reader.TextOrNull("country_code"),
                reader.Value<string[]>("ancestors")),
            cancellationToken);

    public static Task<IReadOnlyList<AddressRow>> RepositoriesAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        AddressesAsync(transaction, Repositories, cancellationToken);

    public static Task<IReadOnlyList<AddressRow>> ResourcesAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        AddressesAsync(transaction, Resources, cancellationToken);

    private static async Task<IReadOnlyList<AddressRow>> AddressesAsync(
        NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            sql, reader => new AddressRow(reader.GetInt64(0), reader.GetString(1)), cancellationToken);
}
