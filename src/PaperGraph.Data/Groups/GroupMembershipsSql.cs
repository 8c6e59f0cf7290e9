namespace PaperGraph.Data.Groups;

/// <summary>The function <c>group_memberships_of</c>: as what some papers are to be counted.</summary>
public static class GroupMembershipsSql
{
    /// <summary>An expression of the least number of the range that a number of authors is in; -1 where it is not known.</summary>
    /// <param name="number">A column.</param>
    public static string AuthorRange(string number) => $"""
        (case
          when {number} is null then -1
          when {number} <= 2 then {number}
          when {number} <= 5 then 3
          when {number} <= 10 then 6
          when {number} <= 20 then 11
          when {number} <= 50 then 21
          when {number} <= 100 then 51
          else 101 end)
        """;

    // Where a paper has none of a dimension, it is in one group of it all the same.
    internal static string Create { get; } = $$"""
        create function group_memberships_of(bigint[]) returns setof group_memberships
        language sql stable parallel safe set search_path from current as $$
          select
            p.id,
            p.published_order,
            code.is_there,
            p.upvote_count,
            p.comment_count,
            array['PAPER ', 'HAS_CODE ' || code.is_there::text, 'AUTHOR_COUNT ' || {{AuthorRange("p.author_count")}},
                'IMPORTED_DAY ' || {{Text("(p.imported_at at time zone 'UTC')")}}]
              || coalesce(nullif(array(
                select 'CONCEPT ' || x.concept_id from paper_concepts x where x.paper_id = p.id order by x.concept_id), '{}'),
                '{CONCEPT 0}')
              || coalesce(nullif(array(
                select distinct 'CONCEPT_KIND ' || c.kind
                from paper_concepts x
                join concepts c on c.id = x.concept_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"CONCEPT_KIND "}')
              || coalesce(nullif(array(
                select distinct 'ORGANIZATION ' || x.organization_id from paper_organizations x where x.paper_id = p.id order by 1), '{}'),
                '{ORGANIZATION 0}')
              || coalesce(nullif(array(
                select distinct 'AUTHOR ' || x.author_id from authorships x where x.paper_id = p.id order by 1), '{}'), '{AUTHOR 0}')
              || coalesce(nullif(array(
                select 'REPOSITORY ' || x.repository_id from paper_repositories x where x.paper_id = p.id order by x.repository_id), '{}'),
                '{REPOSITORY 0}')
              || coalesce(nullif(array(
                select distinct 'REPOSITORY_HOST ' || r.host
                from paper_repositories x
                join repositories r on r.id = x.repository_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"REPOSITORY_HOST "}')
              || coalesce(nullif(array(
                select distinct 'SOURCE ' || s.source
                from listings x
                join pages s on s.id = x.page_id
                where x.paper_id = p.id
                order by 1), '{}'), '{"SOURCE "}')
              || topics.groups
              || listed.groups,
            {{CoverageSql.OfPaper}}
          from papers p
          cross join lateral (select exists (select from paper_repositories x where x.paper_id = p.id) as is_there) as code
          cross join lateral (
            with recursive above (id, parent_id) as (
              select t.id, t.parent_id from paper_topics x join topics t on t.id = x.topic_id where x.paper_id = p.id
              union
              select t.id, t.parent_id from above join topics t on t.id = above.parent_id)
            select coalesce(array_agg('TOPIC ' || above.id order by above.id), '{TOPIC 0}')
                || case when count(above.parent_id) = 0 then array['TOPIC -2'] end
                || case when count(parents.parent_id) = 0 then array['TOPIC -3'] end as groups
            from above
            left join topics parents on parents.id = above.parent_id) as topics
          cross join lateral (
            select coalesce(array_agg('LISTED_DAY ' || {{Text("l.day")}} order by l.day), '{"LISTED_DAY "}')
                {{string.Join("\n        ", Repeats.Select(repeat => $"|| {repeat}"))}} as groups
            from (
              select x.listed_on as day, lag(x.listed_on) over (order by x.listed_on) as before
              from listings x
              where x.paper_id = p.id and x.listed_on is not null
              group by x.listed_on) as l) as listed
          where p.id = any ($1)
        $$;

        """;

    /// <summary>The days <c>l</c> of listings on which a paper was listed in the same period before.</summary>
    private static IEnumerable<string> Repeats => ((string[])["week", "month", "quarter", "year"]).Select(period => $"""
        coalesce(array_agg('LISTED_{period.ToUpperInvariant()}_AGAIN ' || {Text("l.day")} order by l.day)
                  filter (where date_trunc('{period}', l.day::timestamp) = date_trunc('{period}', l.before::timestamp)), '{"{}"}')
        """);

    /// <summary>A day as it stands in the name of a group, whatever the session writes dates like.</summary>
    private static string Text(string day) => $"to_char({day}, 'YYYY-MM-DD')";
}
