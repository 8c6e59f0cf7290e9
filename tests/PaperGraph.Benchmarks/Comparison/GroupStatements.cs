namespace PaperGraph.Benchmarks.Comparison;

/// <summary>The whole answers of the compared groups and trends, as <see cref="CeilingStatements"/> are those of lists.</summary>
internal static class GroupStatements
{
    public static string Q11 { get; } = """
        with days as (
          select x.published_order as day, count(*) as papers
          from paper_concepts x
          where x.concept_id = (select s.concept_id from concept_slugs s where s.slug = $1)
          group by x.published_order),
        months as (
          select date_trunc('month', day::timestamp)::date as month, sum(papers)::integer as papers from days group by 1),
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
        with recursive roots (id, root) as (
          select id, id from topics where parent_id is null
          union all
          select t.id, r.root from topics t join roots r on t.parent_id = r.id),
        members as (
          select distinct x.paper_id, x.published_order, r.root from paper_topics x join roots r on r.id = x.topic_id
          union all
          select p.id, p.published_order, null from papers p where not exists (select from paper_topics x where x.paper_id = p.id)),
        days as (
          select published_order as day, root, count(*) as papers from members group by 1, 2),
        months as (
          select nullif(date_trunc('month', day::timestamp)::date, date '-infinity') as month, root, sum(papers)::integer as papers
          from days group by 1, 2 order by 1 nulls last, 3 desc, coalesce(root, 0) limit 1000)
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
          select count(*) filter (where is_now)::float8 as now, count(*) filter (where not is_now)::float8 as before from span),
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
