using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Organizations;

public static partial class OrganizationMerge
{
    private static readonly StagingTable<PlannedOrganization> Planned = new StagingTable<PlannedOrganization>("planned_organizations")
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Known?.Name)
        .With("parent", "text", row => row.Parent)
        .With("ror", "text", row => row.Ror)
        .With("country_code", "text", row => row.CountryCode);

    private static readonly StagingTable<(string Slug, string Name)> PlannedNames =
        new StagingTable<(string Slug, string Name)>("planned_organization_names")
            .With("slug", "text", row => row.Slug)
            .With("name", "text", row => row.Name);

    private static readonly StagingTable<(long Id, string Into)> MergedRows = new StagingTable<(long Id, string Into)>(
        "merged_organizations")
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Into);

    private static readonly StagingTable<(long Id, string Owner)> OwnedRepositories = Owned("owned_repositories");

    private static readonly StagingTable<(long Id, string Owner)> OwnedResources = Owned("owned_resources");

    private static StagingTable<(long Id, string Owner)> Owned(string name) => new StagingTable<(long Id, string Owner)>(name)
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Owner);

    private const string InsertKnown = """
        insert into organizations (slug, name)
        select slug, name
        from planned_organizations p
        where name is not null and not exists (select from organizations o where o.slug = p.slug)
        order by slug collate "C"
        """;

    private const string Pairs =
        "(select m.id as former, o.id as survivor from merged_organizations m join organizations o using (slug)) pair";

    // What they own is told anew below.
    private const string Merge = $"""
        delete from paper_organizations
        where role = 'OWNS_CODE' and organization_id in (select id from merged_organizations);

        insert into recounted_organizations
        select distinct pair.survivor
        from {Pairs}
        on conflict do nothing;

        insert into paper_organizations (paper_id, organization_id, role, published_order)
        select distinct e.paper_id, pair.survivor, e.role, e.published_order
        from paper_organizations e
        join {Pairs} on e.organization_id = pair.former
        on conflict do nothing;

        update evidence e
        set organization_id = pair.survivor
        from {Pairs}
        where e.organization_id = pair.former;

        update affiliations a
        set organization_id = pair.survivor
        from {Pairs}
        where a.organization_id = pair.former;

        update listings l
        set organization_id = pair.survivor
        from {Pairs}
        where l.organization_id = pair.former;

        update paper_features f
        set organization_ids = array_replace(f.organization_ids, pair.former, pair.survivor)
        from {Pairs}
        join paper_organizations e on e.organization_id = pair.former
        where f.paper_id = e.paper_id;

        insert into organization_names (organization_id, name, source, last_seen_on)
        select pair.survivor, n.name, n.source, max(n.last_seen_on)
        from organization_names n
        join {Pairs} on n.organization_id = pair.former
        group by pair.survivor, n.name, n.source
        on conflict (organization_id, name, source) do update
        set last_seen_on = greatest(organization_names.last_seen_on, excluded.last_seen_on);

        update organization_slugs s
        set organization_id = pair.survivor
        from {Pairs}
        where s.organization_id = pair.former;

        insert into organization_slugs (slug, organization_id, is_stated)
        select o.slug, pair.survivor, false
        from {Pairs}
        join organizations o on o.id = pair.former
        on conflict do nothing;

        update former_organizations f
        set organization_id = pair.survivor
        from {Pairs}
        where f.organization_id = pair.former;

        insert into former_organizations (id, organization_id)
        select former, survivor from {Pairs};

        delete from organizations where id in (select id from merged_organizations)
        """;

    private static readonly string UpdateOwners = $"""
        {UpdateOwnersOf("repositories", "owned_repositories")};

        {UpdateOwnersOf("resources", "owned_resources")}
        """;

    private static string UpdateOwnersOf(string table, string owned) => $"""
        update {table} r
        set organization_id = owned.organization_id
        from (
            select s.id, o.id as organization_id
            from {table} s
            left join {owned} w using (id)
            left join organizations o using (slug)
        ) owned
        where r.id = owned.id and r.organization_id is distinct from owned.organization_id
        """;

    // A paper that names what an organization owns has an edge to it, which the same words prove.
    private const string OwnersOfCode = """
        select distinct e.paper_id, own.organization_id, e.listing_id, e.source, e.source_url, e.field, e.quote, e.start, e.length,
            e.extractor, e.version, e.confidence
        from evidence e
        join (
            select id as repository_id, null::bigint as resource_id, organization_id from repositories
            union all
            select null, id, organization_id from resources
        ) own on own.repository_id = e.repository_id or own.resource_id = e.resource_id
        where own.organization_id is not null
        """;

    private const string UpdateEdges = """
        with added as (
            insert into paper_organizations (paper_id, organization_id, role, published_order)
            select distinct w.paper_id, w.organization_id, 'OWNS_CODE', p.published_order
            from owners_of_code w
            join papers p on p.id = w.paper_id
            on conflict do nothing
            returning organization_id
        )
        insert into recounted_organizations
        select distinct organization_id
        from added
        on conflict do nothing;

        delete from evidence e
        where e.role = 'OWNS_CODE'
            and not exists (
                select from owners_of_code w
                where (w.paper_id, w.organization_id, w.source, w.field, w.quote, w.extractor, w.version, w.confidence)
                        = (e.paper_id, e.organization_id, e.source, e.field, e.quote, e.extractor, e.version, e.confidence)
                    and (w.listing_id, w.source_url, w.start, w.length)
                        is not distinct from (e.listing_id, e.source_url, e.start, e.length));

        insert into evidence (
            paper_id, organization_id, role, listing_id, source, source_url, field, quote, start, length, extractor, version, confidence)
        select
            paper_id, organization_id, 'OWNS_CODE', listing_id, source, source_url,
            field, quote, start, length, extractor, version, confidence
        from owners_of_code
        order by paper_id, organization_id, start, quote collate "C"
        on conflict do nothing;

        with dropped as (
            delete from paper_organizations edge
            where edge.role = 'OWNS_CODE'
                and not exists (
                    select from owners_of_code w
                    where (w.paper_id, w.organization_id) = (edge.paper_id, edge.organization_id))
            returning organization_id
        )
        insert into recounted_organizations
        select distinct organization_id
        from dropped
        on conflict do nothing
        """;

    private const string BeginRecount = """
        create temporary table if not exists recounted_organizations (id bigint primary key);
        truncate recounted_organizations
        """;

    private const string Recount = """
        update organizations o
        set paper_count = counted.papers
        from (
            select recounted.id, count(distinct e.paper_id) as papers
            from recounted_organizations recounted
            left join paper_organizations e on e.organization_id = recounted.id
            group by recounted.id
        ) counted
        where o.id = counted.id and o.paper_count <> counted.papers
        """;

    private const string DeleteOthers = """
        delete from organizations o
        where not exists (select from planned_organizations p where p.slug = o.slug)
        """;

    private const string UpdateNames = """
        delete from organization_names n
        using organizations o
        where n.source = @known
            and o.id = n.organization_id
            and not exists (select from planned_organization_names p where (p.slug, p.name) = (o.slug, n.name));

        insert into organization_names (organization_id, name, source)
        select o.id, p.name, @known
        from planned_organization_names p
        join organizations o using (slug)
        on conflict do nothing;

        update organizations o
        set name = coalesce(told.name, o.name), parent_id = told.parent_id, ror = told.ror, country_code = told.country_code
        from (
            select p.slug, coalesce(p.name, best.name) as name, parent.id as parent_id, p.ror, p.country_code
            from planned_organizations p
            left join organizations parent on parent.slug = p.parent
            left join lateral (
                select n.name
                from organization_names n
                join organizations x on x.id = n.organization_id
                where p.name is null and x.slug = p.slug
                order by n.source = any (array[@account, @other]), array_position(@worst_first, n.source) desc nulls last,
                    n.last_seen_on desc nulls last,
                    n.name collate "C"
                limit 1
            ) best on true
        ) told
        where o.slug = told.slug and (o.name, o.parent_id, o.ror, o.country_code)
            is distinct from (coalesce(told.name, o.name), told.parent_id, told.ror, told.country_code)
        """;
}
