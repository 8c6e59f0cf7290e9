using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Organizations;

/// <summary>An organization as a source names it.</summary>
/// <param name="Account">The account that the source names, as it is printed.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Source">What says so; a page's source, or anything else, which is believed less.</param>
/// <param name="SeenOn">The day of the list that names it.</param>
/// <param name="Known">The organization that is meant, where that is known.</param>
/// <param name="Slug">
/// The slug that it is to have if it is not stored yet; null for the account, which it is called by, too, where there is no better name.
/// </param>
public sealed record OrganizationRow(
    string Account, string Name, string Source, DateOnly? SeenOn = null, KnownRow? Known = null, string? Slug = null);

/// <summary>An organization that is known apart from what sources say.</summary>
/// <param name="Slug">The slug in lower case.</param>
/// <param name="Name">The name that is shown, whatever sources call the organization.</param>
public sealed record KnownRow(string Slug, string Name);

/// <summary>
/// Stores organizations and all their names. The name of one that is not known is what the best source called it last; of several,
/// the one that sorts first.
/// </summary>
public static class OrganizationUpserts
{
    private static readonly StagingTable<(int Number, OrganizationRow Row)> Incoming =
        new StagingTable<(int Number, OrganizationRow Row)>("incoming_organizations")
            .With("number", "integer", row => row.Number)
            .With("account", "text", row => row.Row.Slug is null ? row.Row.Account : null)
            .With("account_slug", "text", row => row.Row.Account.ToLowerInvariant())
            .With("slug", "text", row => row.Row.Known?.Slug ?? row.Row.Slug ?? row.Row.Account.ToLowerInvariant())
            .With("name", "text", row => row.Row.Name)
            .With("source", "text", row => row.Row.Source)
            .With("seen_on", "date", row => row.Row.SeenOn)
            .With("known_name", "text", row => row.Row.Known?.Name);

    // An account that another listing's name has shown to be a known organization's.
    private const string FollowSlugs = """
        update incoming_organizations i
        set slug = o.slug
        from organization_slugs s
        join organizations o on o.id = s.organization_id
        where i.known_name is null and s.slug = i.account_slug and i.slug <> o.slug
        """;

    private const string Insert = """
        insert into organizations (slug, name)
        select slug, coalesce(min(known_name), min(name collate "C"))
        from incoming_organizations i
        where not exists (select from organizations o where o.slug = i.slug)
        group by slug
        order by min(number)
        """;

    // Of several organizations that listings mean by one account, a known one, and of these the one that sorts first.
    private const string Best = """
        select distinct on (i.account_slug) i.account_slug as slug, o.id, o.slug as leads_to, i.known_name is not null as is_known
        from incoming_organizations i
        join organizations o using (slug)
        order by i.account_slug, i.known_name is null, o.slug collate "C"
        """;

    private const string UpdateSlugs = $"""
        update organization_slugs s
        set organization_id = case when better.is_better then best.id else s.organization_id end, is_stated = true
        from ({Best}) best, organizations o,
            lateral (select best.is_known and (o.slug = best.slug or best.leads_to collate "C" < o.slug collate "C") as is_better) better
        where s.slug = best.slug and o.id = s.organization_id and (better.is_better and o.id <> best.id or not s.is_stated)
        """;

    private const string InsertSlugs = $"""
        insert into organization_slugs (slug, organization_id, is_stated)
        select slug, id, true from ({Best}) best
        on conflict do nothing
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
        select o.id, named.name, named.source, max(named.seen_on)
        from incoming_organizations i
        join organizations o using (slug)
        cross join lateral (
            values (i.name, i.source, i.seen_on), (i.account, @account, null), (i.known_name, @known, null)
        ) named (name, source, seen_on)
        where named.name is not null
        group by o.id, named.name, named.source
        on conflict do nothing
        """;

    private const string InsertOtherNames = """
        insert into organization_names (organization_id, name, source)
        select organization_id, name, @other
        from unnest(@organizations, @names) named (organization_id, name)
        order by 1, 2
        on conflict do nothing
        """;

    private const string Named = "select id from organizations join incoming_organizations using (slug)";

    private const string All = "select id from organizations";

    private static string Rename(string organizations) => $"""
        update organizations o
        set name = best.name
        from (
            select distinct on (n.organization_id) n.organization_id, n.name
            from organization_names n
            where n.organization_id in ({organizations})
                and not exists (select from organization_names k where k.organization_id = n.organization_id and k.source = @known)
            order by n.organization_id, n.source = any (array[@account, @other]), array_position(@worst_first, n.source) desc nulls last,
                n.last_seen_on desc nulls last, n.name collate "C"
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
        await transaction.ExecuteAsync(FollowSlugs, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(UpdateSlugs, cancellationToken);
        await transaction.ExecuteAsync(InsertSlugs, cancellationToken);
        await transaction.ExecuteAsync(UpdateNames, cancellationToken);
        await transaction.ExecuteAsync(
            InsertNames, cancellationToken, ("account", NameSources.Account), ("known", NameSources.Known));
        await RenameAsync(transaction, Named, cancellationToken);
        return await transaction.QueryAsync(Stored, reader => reader.GetInt64(0), cancellationToken);
    }

    /// <summary>Adds names by which organizations are found, and which none is called by that has another.</summary>
    public static async Task AddOtherNamesAsync(
        NpgsqlTransaction transaction, IReadOnlyList<(long OrganizationId, string Name)> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return;
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.ExecuteAsync(
            InsertOtherNames,
            cancellationToken,
            ("organizations", names.Select(name => name.OrganizationId).ToArray()),
            ("names", names.Select(name => name.Name).ToArray()),
            ("other", NameSources.Other));
    }

    /// <summary>Chooses the names of all organizations anew: where sources are believed otherwise than when they were chosen.</summary>
    public static async Task RenameAllAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await RenameAsync(transaction, All, cancellationToken);
    }

    private static Task<int> RenameAsync(NpgsqlTransaction transaction, string organizations, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            Rename(organizations),
            cancellationToken,
            ("worst_first", SourceRank.WorstFirst.ToArray()),
            ("account", NameSources.Account),
            ("other", NameSources.Other),
            ("known", NameSources.Known));
}
