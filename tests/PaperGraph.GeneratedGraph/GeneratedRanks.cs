using PaperGraph.Data.Analysis;

namespace PaperGraph.GeneratedGraph;

/// <summary>Ranks and communities as an analysis leaves them, but made up: the newest nodes are not analyzed yet.</summary>
internal static class GeneratedRanks
{
    private static readonly (string Table, string Key)[] Ranks =
    [
        ("paper_ranks", "paper_id"), ("concept_ranks", "concept_id"), ("topic_ranks", "topic_id"),
        ("organization_ranks", "organization_id"), ("repository_ranks", "repository_id"), ("author_ranks", "author_id"),
    ];

    private const string Communities = """
        insert into analysis_runs (analyzed_at, duration, version, damping, tolerance, iterations, resolution, seed, modularity,
          node_count, edge_count, paper_count, community_count)
        select timestamptz '2026-01-01 00:00Z', interval '1 minute', 'generated', 0.85, 1e-9, 50, 1, 1, 0.7, count(*), count(*), count(*), 40
        from papers;
        insert into communities (id, slug, name, paper_count, concept_count, topic_count, organization_count, repository_count, author_count)
        select id, 'community-' || id, 'Community ' || id, 1000 - id, 100, 1, 10, 10, 500
        from generate_series(1, 40) id;
        """;

    private const string Accounts = """
        insert into community_concepts (community_id, concept_id, score, paper_count)
        select community_id, concept_id, 1 / (1.0 + concept_id), 2
        from (
          select *, row_number() over (partition by community_id order by concept_id) as place
          from concept_ranks
          where community_id is not null) concepts
        where place <= 20;
        insert into community_ties (community_id, other_id, weight, edge_count, concept_ids)
        select c.id, o.id, 1 + (c.id + o.id) % 17, 1 + (c.id + o.id) % 1000, array[1, 2, 3]
        from communities c join communities o on o.id <> c.id;
        """;

    public static string Fill { get; } = $"""
        {RanksSql.Fill}
        {Communities}
        {string.Join("\n", Ranks.Select(rank => $"""
            update {rank.Table}
            set rank_order = 40.0 / (1 + {rank.Key} * 7919 % 10007), degree = {rank.Key} % 50,
              community_id = 1 + least({rank.Key} * 31 % 40, {rank.Key} * 17 % 40)
            where {rank.Key} <= 0.97 * (select max({rank.Key}) from {rank.Table});
            """))}
        {Accounts}
        """;
}
