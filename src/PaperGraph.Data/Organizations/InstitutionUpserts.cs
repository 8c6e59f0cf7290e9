using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Organizations;

/// <param name="Added">The accounts that were not stored before.</param>
/// <param name="Changed">Those of which something else was.</param>
public sealed record UpsertedInstitutions(IReadOnlySet<string> Added, IReadOnlySet<string> Changed);

/// <summary>Adds to what is stored of institutions what records say of them, in whatever order these come.</summary>
public static class InstitutionUpserts
{
    private static readonly StagingTable<Institution> Incoming = new StagingTable<Institution>("incoming_institutions")
        .With("account", "text", row => row.Account)
        .With("ror", "text", row => row.Ror)
        .With("country_code", "text", row => row.CountryCode)
        .With("ancestors", "text[]", row => row.Ancestors.ToArray());

    // Of several RORs or countries the one that sorts first: null is passed over.
    private const string Upsert = """
        insert into institutions as known (account, ror, country_code, ancestors)
        select account, min(ror collate "C"), min(country_code collate "C"),
            coalesce(array_agg(distinct ancestor order by ancestor) filter (where ancestor is not null), '{}')
        from incoming_institutions
        left join lateral unnest(ancestors) ancestor on true
        group by account
        order by account
        on conflict (account) do update
        set ror = least(known.ror collate "C", excluded.ror collate "C"),
            country_code = least(known.country_code collate "C", excluded.country_code collate "C"),
            ancestors = array(select unnest(known.ancestors) union select unnest(excluded.ancestors) order by 1)
        where not known.ancestors @> excluded.ancestors
            or least(known.ror collate "C", excluded.ror collate "C") is distinct from known.ror
            or least(known.country_code collate "C", excluded.country_code collate "C") is distinct from known.country_code
        returning account, xmax = 0
        """;

    public static async Task<UpsertedInstitutions> UpsertAsync(
        NpgsqlTransaction transaction, IEnumerable<Institution> institutions, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, institutions, cancellationToken);
        var written = (await transaction.QueryAsync(
            Upsert, reader => (Account: reader.GetString(0), IsNew: reader.GetBoolean(1)), cancellationToken))
            .ToLookup(row => row.IsNew, row => row.Account);
        return new UpsertedInstitutions(written[true].ToHashSet(), written[false].ToHashSet());
    }
}
