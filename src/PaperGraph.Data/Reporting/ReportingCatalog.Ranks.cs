namespace PaperGraph.Data.Reporting;

internal static partial class ReportingCatalog
{
    private static IEnumerable<ReportingView> Ranks =>
    [
        new("analyses", "A run of the analysis that ranks all nodes and finds communities; the last is the one that views show.",
            "from analysis_runs a",
            new("id", "a.id", "The number of the run."),
            new("analyzed_at", "a.analyzed_at", "The time that the graph was as it was analyzed."),
            new("paper_count", "a.paper_count", "How many papers the graph had."),
            new("node_count", "a.node_count", "How many nodes of all kinds."),
            new("edge_count", "a.edge_count", "How many edges."),
            new("community_count", "a.community_count", "How many communities it found."),
            new("damping", "a.damping", "How often PageRank's walk follows an edge, and does not begin anew."),
            new("resolution", "a.resolution", "Communities become smaller, and more, as it grows."),
            new("seed", "a.seed", "With the same seed the same graph has the same communities."),
            new("modularity", "a.modularity", "How much more weight lies within communities than chance would bring; 1 at most.")),

        new("communities", "Nodes that the last analysis found to belong together. A paper is in one at most.", "from communities c",
            new("id", "c.id", "What other views call community_id; it stays as long as most of the papers stay together."),
            new("slug", "c.slug", "Its name in addresses; it may change with the name."),
            new("name", "c.name", "Its most telling concepts."),
            new("paper_count", "c.paper_count", "How many papers it had when it was analyzed; so are the other counts."),
            new("concept_count", "c.concept_count", "How many concepts."),
            new("topic_count", "c.topic_count", "How many topics."),
            new("organization_count", "c.organization_count", "How many organizations."),
            new("repository_count", "c.repository_count", "How many repositories."),
            new("author_count", "c.author_count", "How many authors.")),

        new("community_concepts", "A concept that tells a community from the others.",
            """
            from community_concepts e
            join communities m on m.id = e.community_id
            join concepts c on c.id = e.concept_id
            """,
            new("community_id", "e.community_id", "The community."),
            new("community", "m.name", "The community's name."),
            new("concept_id", "e.concept_id", "The concept."),
            new("concept", "c.name", "The concept's name."),
            new("score", "e.score", "How much it tells of the community."),
            new("paper_count", "e.paper_count", "How many of the community's papers had it.")),

        new("community_ties", "What connects a community to another; the other way round is another row.",
            """
            from community_ties e
            join communities m on m.id = e.community_id
            join communities o on o.id = e.other_id
            """,
            new("community_id", "e.community_id", "The community."),
            new("community", "m.name", "The community's name."),
            new("other_id", "e.other_id", "The other community."),
            new("other", "o.name", "The other's name."),
            new("weight", "e.weight", "What the edges between them weigh together."),
            new("edge_count", "e.edge_count", "How many edges there are between them.")),

        RanksOf("paper", "papers", "title"),
        RanksOf("concept", "concepts"),
        RanksOf("topic", "topics"),
        RanksOf("organization", "organizations"),
        RanksOf("repository", "repositories", "url"),
        RanksOf("author", "authors"),
    ];

    /// <summary>What the last analysis says of each paper, concept, and so on.</summary>
    private static ReportingView RanksOf(string one, string table, string name = "name") => new(
        $"{one}_ranks",
        $"How central each {one} is, and in which community, as the last analysis found it.",
        $"""
        from {one}_ranks r
        join {table} n on n.id = r.{one}_id
        left join communities c on c.id = r.community_id
        """,
        new($"{one}_id", $"r.{one}_id", $"The {one}."),
        new(one, $"n.{name}", $"The {one}'s {name}."),
        new("rank", "nullif(r.rank_order, -1)", "PageRank in terms of the average of all nodes; null of what is newer than the analysis."),
        new("degree", "r.degree", "How many edges it had."),
        new("community_id", "r.community_id", "The community; null where it is in none."),
        new("community", "c.name", "The community's name."));
}
