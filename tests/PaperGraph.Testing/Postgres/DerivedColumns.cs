using Npgsql;

namespace PaperGraph.Testing;

/// <summary>
/// Columns that repeat what other tables say, so that lists can be read in their order: counts of papers, and papers' days. And the
/// names that searches look up, the concepts of mentions, and the counts of groups.
/// </summary>
public static class DerivedColumns
{
    private static readonly string[] TablesWithDays =
        ["paper_concepts", "paper_topics", "paper_organizations", "paper_repositories", "authorships", "paper_disagreements", "citations",
            "paper_categories"];

    private const string Counted = """
        select 'organizations' as target, o.id, o.paper_count as stored,
            (select count(distinct e.paper_id) from paper_organizations e where e.organization_id = o.id) as counted
        from organizations o
        union all
        select 'repositories', r.id, r.paper_count, (select count(*) from paper_repositories e where e.repository_id = r.id)
        from repositories r
        union all
        select 'authors', a.id, a.paper_count, (select count(distinct e.paper_id) from authorships e where e.author_id = a.id)
        from authors a
        union all
        select 'concepts', c.id, c.paper_count, (select count(*) from paper_concepts e where e.concept_id = c.id)
        from concepts c
        union all
        select 'topics', t.id, t.paper_count, (
            with recursive below(id) as (select t.id union all select child.id from topics child join below on child.parent_id = below.id)
            select count(distinct e.paper_id) from paper_topics e join below on below.id = e.topic_id)
        from topics t
        """;

    private const string Names = """
        select * from search_names_of('CONCEPT', array(select id from concepts))
        union all
        select * from search_names_of('TOPIC', array(select id from topics))
        union all
        select * from search_names_of('ORGANIZATION', array(select id from organizations))
        union all
        select * from search_names_of('REPOSITORY', array(select id from repositories))
        union all
        select * from search_names_of('AUTHOR', array(select id from authors))
        """;

    /// <summary>A statement that sets the counts of papers, for rows that were inserted by hand.</summary>
    public static string CountPapers { get; } = string.Concat(
        new[] { "organizations", "repositories", "authors", "concepts", "topics" }.Select(table => $"""

            update {table} t set paper_count = c.counted from ({Counted}) c where c.target = '{table}' and c.id = t.id;
            """));

    /// <summary>What is stored otherwise than it would be counted or copied now, a line each.</summary>
    public static async Task<IReadOnlyList<string>> FindWrongAsync(string connectionString)
    {
        var days = TablesWithDays.Select(table => $"""
            select '{table}: the day of paper ' || p.id || ' is ' || p.published_order || ', not ' || e.published_order
            from {table} e join papers p on p.id = e.paper_id
            where e.published_order <> p.published_order
            """);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"""
            with names as materialized ({Names})
            {string.Join("\nunion all\n", days)}
            union all
            select target || ': ' || id || ' has ' || counted || ' papers, not ' || stored from ({Counted}) c where stored <> counted
            union all
            select 'mentions: paper ' || m.paper_id || ' names the concept ' || m.concept_id || ', which is none'
            from mentions m
            where m.concept_id is not null and not exists (select from concepts c where c.id = m.concept_id)
            union all
            select 'leaderboards: ' || l.id || ' has ' || l.result_count || ' results of ' || l.paper_count || ' papers, not '
                || count(r.id) || ' of ' || count(distinct r.paper_id)
            from leaderboards l left join results r on r.leaderboard_id = l.id
            group by l.id
            having count(r.id) = 0 or (count(r.id), count(distinct r.paper_id)) <> (l.result_count, l.paper_count)
            union all
            select 'search_names, too many: ' || left(gone::text, 200)
            from (select * from search_names except all select * from names) gone
            union all
            select 'search_names, missing: ' || left(missing::text, 200)
            from (select * from names except all select * from search_names) missing
            union all
            ({GroupsCountedAnew.Wrong})
            """, connection);
        // Planning takes as long as the look itself. The connection is pooled and keeps the plan for the next look at the same database.
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var wrong = new List<string>();
        while (await reader.ReadAsync()) wrong.Add(reader.GetString(0));
        return wrong;
    }
}
