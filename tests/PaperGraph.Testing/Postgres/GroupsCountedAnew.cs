namespace PaperGraph.Testing;

/// <summary>
/// What <c>group_counts</c>, <c>group_totals</c>, <c>hub_counts</c> and <c>coverage_counts</c> should have, counted from papers, edges and
/// listings otherwise than by what keeps them.
/// </summary>
public static class GroupsCountedAnew
{
    private const string Columns = "dimension, target_id, value, period, starts_on, papers, papers_with_code, upvotes, upvotes_known, "
        + "comments, comments_known";

    /// <summary>
    /// What each paper is counted as, and the counts of it. Each is made once, and compared in both directions: making them is most of what
    /// a look takes.
    /// </summary>
    private const string Tables = """
        recursive
          below (id, root) as (
            select id, id from topics
            union all
            select t.id, b.root from topics t join below b on t.parent_id = b.id),
          levels (id, level) as (
            select id, 1 from topics where parent_id is null
            union all
            select t.id, l.level + 1 from topics t join levels l on t.parent_id = l.id),
          topics_of (paper_id, id) as (
            select distinct x.paper_id, b.root from paper_topics x join below b on b.id = x.topic_id),
          members (paper_id, dimension, target_id, value) as (
            select id, 'PAPER', 0, '' from papers
            union
            select id, 'HAS_CODE', 0, (id in (select paper_id from paper_repositories))::text from papers
            union
            select id, 'AUTHOR_COUNT',
              case when author_count is null then -1 when author_count < 3 then author_count
                else (select max(least) from unnest('{3,6,11,21,51,101}'::int[]) as least where least <= author_count) end, ''
            from papers
            union
            select p.id, 'CONCEPT', coalesce(x.concept_id, 0), '' from papers p left join paper_concepts x on x.paper_id = p.id
            union
            select p.id, 'CONCEPT_KIND', 0, coalesce(c.kind, '')
            from papers p
            left join paper_concepts x on x.paper_id = p.id
            left join concepts c on c.id = x.concept_id
            union
            select p.id, 'ORGANIZATION', coalesce(x.organization_id, 0), ''
            from papers p
            left join paper_organizations x on x.paper_id = p.id
            union
            select p.id, 'AUTHOR', coalesce(x.author_id, 0), '' from papers p left join authorships x on x.paper_id = p.id
            union
            select p.id, 'REPOSITORY', coalesce(x.repository_id, 0), '' from papers p left join paper_repositories x on x.paper_id = p.id
            union
            select p.id, 'REPOSITORY_HOST', 0, coalesce(r.host, '')
            from papers p
            left join paper_repositories x on x.paper_id = p.id
            left join repositories r on r.id = x.repository_id
            union
            select p.id, 'SOURCE', 0, coalesce(s.source, '')
            from papers p
            left join listings x on x.paper_id = p.id
            left join pages s on s.id = x.page_id
            union
            select id, 'IMPORTED_DAY', 0, left((imported_at at time zone 'UTC')::timestamp::text, 10) from papers
            union
            select p.id, 'LISTED_DAY', 0, coalesce(x.listed_on::text, '')
            from papers p
            left join listings x on x.paper_id = p.id and x.listed_on is not null
            union
            select x.paper_id, 'LISTED_' || upper(i) || '_AGAIN', 0, x.listed_on::text
            from listings x
            cross join unnest('{week,month,quarter,year}'::text[]) as i
            where exists (
              select from listings y
              where y.paper_id = x.paper_id and y.listed_on < x.listed_on
                and date_trunc(i, y.listed_on::timestamp) = date_trunc(i, x.listed_on::timestamp))
            union
            select p.id, 'TOPIC', coalesce(x.id, 0), '' from papers p left join topics_of x on x.paper_id = p.id
            union
            select p.id, 'TOPIC', -level, ''
            from papers p
            cross join (values (2), (3)) as lower (level)
            where not exists (select from topics_of x join levels l on l.id = x.id where x.paper_id = p.id and l.level = lower.level)),
          periods (paper_id, period, starts_on) as (
            select id, 'DAY', coalesce(published_on, '-infinity') from papers
            union
            select id, 'MONTH', coalesce(published_on - extract(day from published_on)::int + 1, '-infinity') from papers
            union
            select id, 'ALL', '-infinity' from papers),
          counted as (
            select dimension, target_id::bigint as target_id, value, period, starts_on, count(*)::integer as papers,
              (count(*) filter (where p.id in (select paper_id from paper_repositories)))::integer as papers_with_code,
              coalesce(sum(upvote_count), 0) as upvotes, count(upvote_count)::integer as upvotes_known,
              coalesce(sum(comment_count), 0) as comments, count(comment_count)::integer as comments_known
            from members m
            join periods t using (paper_id)
            join papers p on p.id = m.paper_id
            where period = 'ALL'
              or dimension <> 'AUTHOR' and dimension not like 'LISTED%' and dimension <> 'IMPORTED_DAY'
                and (period = 'MONTH' or dimension not in ('CONCEPT', 'ORGANIZATION', 'REPOSITORY'))
            group by 1, 2, 3, 4, 5),
          totals as (
            select dimension, period, starts_on, count(*)::integer as groups, sum(papers)::bigint as papers
            from group_counts
            group by 1, 2, 3),
          hubs (dimension, target_id, value) as (
            select dimension, target_id, value
            from members
            where dimension in ('CONCEPT', 'TOPIC', 'ORGANIZATION') and target_id > 0 or dimension = 'HAS_CODE'
            group by 1, 2, 3
            having count(*) >= min_hub_papers()),
          of_hubs as (
            select rtrim(concat_ws(' ', h.dimension, nullif(h.target_id, 0), h.value)) as hub, m.dimension,
              m.target_id::bigint as target_id, m.value, t.period, t.starts_on, count(*)::integer as papers,
              (count(*) filter (where p.id in (select paper_id from paper_repositories)))::integer as papers_with_code,
              coalesce(sum(upvote_count), 0) as upvotes, count(upvote_count)::integer as upvotes_known,
              coalesce(sum(comment_count), 0) as comments, count(comment_count)::integer as comments_known
            from hubs h
            join members o on (o.dimension, o.target_id, o.value) = (h.dimension, h.target_id, h.value)
            join members m on m.paper_id = o.paper_id and m.dimension not in ('PAPER', 'AUTHOR')
            join papers p on p.id = m.paper_id
            join periods t on t.paper_id = m.paper_id
            where period = 'ALL'
              or period = 'MONTH' and m.dimension in ('CONCEPT_KIND', 'REPOSITORY_HOST', 'SOURCE', 'HAS_CODE', 'AUTHOR_COUNT', 'TOPIC')
            group by 1, 2, 3, 4, 5, 6),
          kept_of_hubs as (
            select h.name as hub, dimension, target_id, value, period, starts_on, papers, papers_with_code, upvotes, upvotes_known, comments, comments_known
            from hub_counts
            left join group_hubs h on h.id = hub_id),
          stated (paper_id, source, day, imported_at, field) as (
            select l.paper_id, g.source, coalesce(l.listed_on, l.published_on), g.imported_at, f.name
            from listings l
            join pages g on g.id = l.page_id
            cross join lateral (values
              ('abstract', num_nonnulls(l.abstract)), ('arxivId', num_nonnulls(l.arxiv_id)), ('doi', num_nonnulls(l.doi)),
              ('url', num_nonnulls(l.url)), ('publishedOn', num_nonnulls(l.published_on)), ('listedOn', num_nonnulls(l.listed_on)),
              ('authorCount', num_nonnulls(l.author_count)), ('authors', num_nonnulls(l.author_names)),
              ('organizations', num_nonnulls(l.organization_id)), ('commentCount', num_nonnulls(l.comment_count)),
              ('upvoteCount', num_nonnulls(l.upvote_count))) as f (name, known)
            where f.known > 0),
          merged (paper_id, source, day, imported_at, field) as (
            select p.id, '', coalesce(p.listed_on, p.published_on), p.imported_at, f.name
            from papers p
            cross join lateral (values
              ('abstract', num_nonnulls(p.abstract)), ('arxivId', num_nonnulls(p.arxiv_id)), ('doi', num_nonnulls(p.doi)),
              ('url', num_nonnulls(p.url)), ('publishedOn', num_nonnulls(p.published_on)), ('listedOn', num_nonnulls(p.listed_on)),
              ('authorCount', num_nonnulls(p.author_count)),
              ('authors', (select count(*) from authorships where paper_id = p.id)),
              ('organizations', (select count(*) from paper_organizations where paper_id = p.id)),
              ('repositories', (select count(*) from paper_repositories where paper_id = p.id)),
              ('concepts', (select count(*) from paper_concepts where paper_id = p.id)),
              ('topics', (select count(*) from paper_topics where paper_id = p.id)),
              ('commentCount', num_nonnulls(p.comment_count)), ('upvoteCount', num_nonnulls(p.upvote_count))) as f (name, known)
            where f.known > 0),
          known as (
            select s.source, s.field, s.paper_id, d.day, d.imported_at
            from stated s
            join (
              select l.paper_id, g.source, max(coalesce(l.listed_on, l.published_on)) as day, max(g.imported_at) as imported_at
              from listings l join pages g on g.id = l.page_id
              group by 1, 2) as d using (paper_id, source)
            union
            select source, field, paper_id, day, imported_at from merged),
          covered as (
            select source, field, 'ALL' as kind, timestamptz '-infinity' as at, count(*)::integer as papers from known group by 1, 2
            union all
            select source, field, 'DAY', day::timestamp at time zone 'UTC', count(*)::integer
            from known
            where day is not null
            group by 1, 2, 4
            union all
            select source, field, 'IMPORT', imported_at, count(*)::integer from known group by 1, 2, 4)
        """;

    /// <summary>A select of lines: the rows that are missing or too many.</summary>
    public const string Wrong = $"""
        with {Tables}
        select 'group_counts, too many: ' || gone::text
        from (select {Columns} from group_counts except all select {Columns} from counted) gone
        union all
        select 'group_counts, missing: ' || missing::text
        from (select {Columns} from counted except all select {Columns} from group_counts) missing
        union all
        select 'group_totals, too many: ' || gone::text
        from (select dimension, period, starts_on, groups, papers from group_totals except all select * from totals) gone
        union all
        select 'group_totals, missing: ' || missing::text
        from (select * from totals except all select dimension, period, starts_on, groups, papers from group_totals) missing
        union all
        select 'hub_counts, too many: ' || gone::text from (select * from kept_of_hubs except all select * from of_hubs) gone
        union all
        select 'hub_counts, missing: ' || missing::text from (select * from of_hubs except all select * from kept_of_hubs) missing
        union all
        select 'coverage_counts, too many: ' || gone::text
        from (select source, field, kind, at, papers from coverage_counts except all select * from covered) gone
        union all
        select 'coverage_counts, missing: ' || missing::text
        from (select * from covered except all select source, field, kind, at, papers from coverage_counts) missing
        union all
        select 'uncounted_changes, left: ' || u::text from uncounted_changes u
        """;
}
