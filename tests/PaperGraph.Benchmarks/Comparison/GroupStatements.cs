namespace PaperGraph.Benchmarks.Comparison;

/// <summary>The whole answers of the compared groups and trends, as <see cref="CeilingStatements"/> are those of lists.</summary>
internal static class GroupStatements
{
    public static string Q11 { get; } = """
        with months as (
          select c.starts_on as month, c.papers
          from group_counts c
          where c.dimension = 'CONCEPT' and c.value = '' and c.period = 'MONTH'
            and c.target_id = (select s.concept_id from concept_slugs s where s.slug = $1)),
        every as (
          select period::date as month, period::date::text as key, coalesce(m.papers, 0) as papers
          from (
            select min(month)::timestamp as low, max(month)::timestamp as high from months where month > date '-infinity') as ends
          cross join lateral generate_series(ends.low, ends.high, interval '1 month') as period
          left join months m on m.month = period::date
          union all
          select null, '(unknown)', papers from months where month = date '-infinity')
        select json_build_object('data', json_build_object('paperGroups', json_build_object('rows', coalesce(
          json_agg(json_build_object('key', key, 'papers', papers) order by month nulls last), '[]'))))
        from every
        """;

    public static string Q12 { get; } = """
        with months as (
          select nullif(c.starts_on, date '-infinity') as month, nullif(c.target_id, 0) as root, c.papers
          from group_counts c
          where c.dimension = 'TOPIC' and c.value = '' and c.period = 'MONTH'
            and c.target_id = any (array(select id from topics where parent_id is null union all select 0))
          order by 1 nulls last, 3 desc, c.target_id limit 1000)
        select json_build_object('data', json_build_object('paperGroups', json_build_object('rows', coalesce(
          json_agg(
            json_build_object('key', coalesce(m.month::text, '(unknown)'), 'label2', coalesce(t.name, 'Not known'), 'papers', m.papers)
            order by m.month nulls last, m.papers desc, coalesce(m.root, 0)), '[]'))))
        from months m
        left join topics t on t.id = m.root
        """;

    public static string Q13 { get; } = """
        with span as materialized (
          select p.id, p.published_order > $1 - 30 as is_now
          from papers p where p.published_order > $1 - 60 and p.published_order <= $1),
        sizes as (
          select sum(papers) filter (where starts_on > $1 - 30)::float8 as now,
            sum(papers) filter (where starts_on <= $1 - 30)::float8 as before
          from group_counts
          where dimension = 'PAPER' and target_id = 0 and value = '' and period = 'DAY' and starts_on > $1 - 60 and starts_on <= $1),
        counted as (
          select x.concept_id, count(*) filter (where span.is_now) as now, count(*) filter (where not span.is_now) as before
          from span join paper_concepts x on x.paper_id = span.id
          group by 1),
        scored as (
          select counted.concept_id, counted.now, counted.before,
            (counted.now / sizes.now + 5 / least(sizes.now, sizes.before))
              / (counted.before / sizes.before + 5 / least(sizes.now, sizes.before)) as score
          from counted cross join sizes),
        risen as (
          select * from scored where now > 1 and score > 1 order by score desc, now desc, concept_id limit 20)
        select json_build_object('data', json_build_object('trending', coalesce(
          json_agg(json_build_object('label', c.name, 'now', r.now, 'before', r.before, 'score', r.score)
            order by r.score desc, r.now desc, r.concept_id), '[]')))
        from risen r
        join concepts c on c.id = r.concept_id
        """;
}
