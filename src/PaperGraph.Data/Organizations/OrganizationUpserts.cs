using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Organizations;

/// <summary>An organization as a source names it.</summary>
/// <param name="Slug">In any case.</param>
/// <param name="Source">What says so; a page's source, or anything else, which is believed less.</param>
/// <param name="SeenOn">The day of the list that names it.</param>
public sealed record OrganizationRow(string Slug, string Name, string Source, DateOnly? SeenOn = null);

/// <summary>
/// Stores organizations and all their names. Its name is the one that the best source gave last; of several, the one that
/// sorts first.
/// </summary>
public static class OrganizationUpserts
{
    private static readonly RowTable<(int Number, OrganizationRow Row)> Incoming =
        new RowTable<(int Number, OrganizationRow Row)>("incoming_organizations")
            .With("number", "integer", row => row.Number)
            .With("slug", "text", row => row.Row.Slug.ToLowerInvariant())
            .With("name", "text", row => row.Row.Name)
            .With("source", "text", row => row.Row.Source)
            .With("seen_on", "date", row => row.Row.SeenOn);

    private const string Insert = """
        insert into organizations (slug, name)
        select slug, min(name collate "C")
        from incoming_organizations i
        where not exists (select from organizations o where o.slug = i.slug)
        group by slug
        order by min(number)
        """;

    private const string UpdateNames = """
        update organization_names n
        set last_seen_on = i.seen_on
        from (
            select o.id, i.name, i.source, max(i.seen_on) as seen_on
            from incoming_organizations i
            join organizations o using (slug)
            group by o.id, i.name, i.source
        ) i
        where (n.organization_id, n.name, n.source) = (i.id, i.name, i.source)
            and (i.seen_on > n.last_seen_on or (i.seen_on is not null and n.last_seen_on is null))
        """;

    private const string InsertNames = """
        insert into organization_names (organization_id, name, source, last_seen_on)
        select o.id, i.name, i.source, max(i.seen_on)
        from incoming_organizations i
        join organizations o using (slug)
        group by o.id, i.name, i.source
        on conflict do nothing
        """;

    private const string Rename = """
        update organizations o
        set name = best.name
        from (
            select distinct on (n.organization_id) n.organization_id, n.name
            from organization_names n
            where n.organization_id in (select id from organizations join incoming_organizations using (slug))
            order by n.organization_id, array_position(@worst_first, n.source) desc nulls last, n.last_seen_on desc nulls last,
                n.name collate "C"
        ) best
        where o.id = best.organization_id and o.name <> best.name
        """;

    private const string Stored = "select o.id from incoming_organizations i join organizations o using (slug) order by i.number";

    /// <returns>Their ids, one for each row, in the order of the rows.</returns>
    public static async Task<IReadOnlyList<long>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<OrganizationRow> organizations, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, organizations.Select((row, number) => (number, row)), cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(UpdateNames, cancellationToken);
        await transaction.ExecuteAsync(InsertNames, cancellationToken);
        await transaction.ExecuteAsync(Rename, cancellationToken, ("worst_first", SourceRank.WorstFirst));
        return await transaction.QueryAsync(Stored, reader => reader.GetInt64(0), cancellationToken);
    }
}
