using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Keeps the numbers of papers that organizations, repositories and topics carry equal to what a count over their edges would give.
/// Whoever writes edges of some papers begins before and applies after: what these papers led to before and do now is compared, so that
/// the work grows with the papers that are written, and not with those that a much named organization has already. Authors are counted by
/// <see cref="Authors.AuthorshipMerge"/>, which looks at all their papers anyway, and concepts by whoever resolves all mentions.
/// </summary>
internal static class PaperCounts
{
    private static readonly Counted[] All =
    [
        new("organizations", papers => $"select distinct paper_id, organization_id from paper_organizations where paper_id in ({papers})"),
        new("repositories", papers => $"select paper_id, repository_id from paper_repositories where paper_id in ({papers})"),
        // A paper counts for its topics and for those above them.
        new("topics", papers => $"""
            with recursive above (paper_id, id) as (
                select paper_id, topic_id from paper_topics where paper_id in ({papers})
                union
                select above.paper_id, t.parent_id from above join topics t using (id) where t.parent_id is not null
            )
            select paper_id, id from above
            """),
    ];

    private const string Begin = """
        create temporary table if not exists counted_papers (target text, paper_id bigint, target_id bigint);
        truncate counted_papers
        """;

    private const string RecountTopics = """
        with recursive above (paper_id, id) as (
            select paper_id, topic_id from paper_topics
            union
            select above.paper_id, t.parent_id from above join topics t using (id) where t.parent_id is not null
        )
        update topics t
        set paper_count = counted.papers
        from (
            select topics.id, count(above.id) as papers
            from topics
            left join above using (id)
            group by topics.id
        ) counted
        where t.id = counted.id and t.paper_count <> counted.papers
        """;

    /// <summary>Remembers what some papers lead to, before their edges are written.</summary>
    /// <param name="papers">A query for the ids of all papers whose edges may be added or taken away, those that may go among them.</param>
    public static async Task BeginAsync(
        NpgsqlTransaction transaction, string papers, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        foreach (var counted in All) await transaction.ExecuteAsync(counted.Remember(papers), cancellationToken, parameters);
    }

    /// <summary>Adds to the counts what was changed since <see cref="BeginAsync"/>.</summary>
    public static async Task ApplyAsync(
        NpgsqlTransaction transaction, string papers, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        foreach (var counted in All) await transaction.ExecuteAsync(counted.Add(papers), cancellationToken, parameters);
    }

    /// <summary>Counts the papers of all topics anew, after their tree has changed.</summary>
    public static Task RecountTopicsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(RecountTopics, cancellationToken);

    /// <summary>A table whose rows carry a count of papers.</summary>
    /// <param name="Table">The name of the table.</param>
    /// <param name="Edges">Makes of a query for papers one for the distinct pairs of paper and row.</param>
    private sealed record Counted(string Table, Func<string, string> Edges)
    {
        public string Remember(string papers) =>
            $"insert into counted_papers select '{Table}', edges.* from ({Edges(papers)}) edges";

        public string Add(string papers) => $"""
            update {Table} t
            set paper_count = t.paper_count + change.papers
            from (
                select id, sum(papers)::integer as papers
                from (
                    select edges.id, 1 as papers from ({Edges(papers)}) edges (paper_id, id)
                    union all
                    select target_id, -1 from counted_papers where target = '{Table}'
                ) pairs
                group by id
                having sum(papers) <> 0
            ) change
            where t.id = change.id
            """;
    }
}
