namespace PaperGraph.Testing;

/// <summary>What <c>group_counts</c> should have, counted from papers, edges and listings otherwise than by what keeps it.</summary>
public static class GroupsCountedAnew
{
    private const string Columns = "dimension, target_id, value, period, starts_on, papers, papers_with_code, upvotes, upvotes_known, "
        + "comments, comments_known";

    private const string Counted = """
        with recursive
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
            select id, 'ALL', '-infinity' from papers)
        select dimension, target_id::bigint as target_id, value, period, starts_on, count(*)::integer as papers,
          (count(*) filter (where p.id in (select paper_id from paper_repositories)))::integer as papers_with_code,
          coalesce(sum(upvote_count), 0) as upvotes, count(upvote_count)::integer as upvotes_known,
          coalesce(sum(comment_count), 0) as comments, count(comment_count)::integer as comments_known
        from members m
        join periods t using (paper_id)
        join papers p on p.id = m.paper_id
        where period <> 'DAY' or dimension not in ('CONCEPT', 'ORGANIZATION')
        group by 1, 2, 3, 4, 5
        """;

    /// <summary>A select of lines: the rows that are missing or too many.</summary>
    public const string Wrong = $"""
        select 'group_counts, too many: ' || gone::text
        from (select {Columns} from group_counts except all select {Columns} from ({Counted}) c) gone
        union all
        select 'group_counts, missing: ' || missing::text
        from (select {Columns} from ({Counted}) c except all select {Columns} from group_counts) missing
        union all
        select 'uncounted_changes, left: ' || u::text from uncounted_changes u
        """;
}
