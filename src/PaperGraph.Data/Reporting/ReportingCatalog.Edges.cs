namespace PaperGraph.Data.Reporting;

internal static partial class ReportingCatalog
{
    /// <summary>Which paper belongs to each topic, directly or through a topic below it, once.</summary>
    private const string PapersOfTopics = """
        (with recursive above (topic_id, id) as (
           select id, id from topics
           union all
           select above.topic_id, t.parent_id from above join topics t using (id) where t.parent_id is not null)
         select x.paper_id, above.id as topic_id, max(x.published_order) as published_order,
           max(x.score) filter (where above.id = x.topic_id) as score
         from paper_topics x
         join above on above.topic_id = x.topic_id
         group by x.paper_id, above.id)
        """;

    private static ReportingColumn PaperId => new("paper_id", "e.paper_id", "The paper.");
    private static ReportingColumn PublishedOn => new("published_on", Day("e.published_order"), "The paper's own date.");

    private static IEnumerable<ReportingView> Edges =>
    [
        new("paper_concepts", "A paper and a concept that it is about.", "from paper_concepts e join concepts c on c.id = e.concept_id",
            PaperId,
            new("concept_id", "e.concept_id", "The concept."),
            new("concept", "c.name", "The concept's name."),
            new("kind", "c.kind", "The concept's kind."),
            new("weight", "e.weight", "0 to 1: how much the paper is about it."),
            PublishedOn),

        new("paper_topics", "A paper and a topic that it is about, or one above such a topic: each topic has paper_count rows.",
            $"from {PapersOfTopics} e join topics t on t.id = e.topic_id",
            PaperId,
            new("topic_id", "e.topic_id", "The topic."),
            new("topic", "t.name", "The topic's name."),
            new("is_direct", "e.score is not null", "Whether the paper is about the topic itself, and not only about one below it."),
            new("score", "e.score", "0 to 1: how much the paper is about the topic itself."),
            PublishedOn),

        new("paper_organizations", "A paper and an organization in one of its roles: an organization with two roles has two rows.",
            "from paper_organizations e join organizations o on o.id = e.organization_id",
            PaperId,
            new("organization_id", "e.organization_id", "The organization."),
            new("organization", "o.name", "The organization's name."),
            new("role", "e.role", "SUBMITTED, AFFILIATED or OWNS_CODE."),
            PublishedOn),

        new("paper_repositories", "A paper and a repository that it names.",
            "from paper_repositories e join repositories r on r.id = e.repository_id",
            PaperId,
            new("repository_id", "e.repository_id", "The repository."),
            new("url", "r.url", "The repository's address."),
            new("is_official", "e.is_official", "Whether it is the authors' own; null where nobody says."),
            PublishedOn),

        new("paper_authors", "A paper and one of its authors. One name may stand at two positions.",
            "from authorships e join authors a on a.id = e.author_id",
            PaperId,
            new("author_id", "e.author_id", "The author."),
            new("author", "a.name", "The author's name."),
            new("position", "e.position", "1 for the first author."),
            new("printed_name", "e.name", "The name as this paper prints it."),
            PublishedOn),

        new("related_papers", "A paper and one of those that are most related to it, 50 at most.",
            """
            from related_papers l
            cross join lateral unnest(l.related_ids, l.scores) with ordinality as e (related_paper_id, score, rank)
            join papers p on p.id = e.related_paper_id
            """,
            new("paper_id", "l.paper_id", "The paper."),
            new("related_paper_id", "e.related_paper_id", "The paper that is related to it."),
            new("rank", "e.rank", "1 for the one that is most related."),
            new("score", "e.score", "How much they share.")),

        new(
            "listings",
            "A paper's appearance on a page or feed, with what was seen then.",
            "from listings l join pages s on s.id = l.page_id",
            new("paper_id", "l.paper_id", "The paper."),
            new("source", "s.source", "Which kind of page or feed, such as daily-papers-text."),
            new("page", "s.name", "The file that was read."),
            new("listed_on", "l.listed_on", "The day of the page; null where it does not tell its year."),
            new("rank", "l.rank", "1 for the first paper of the page."),
            new("upvote_count", "l.upvote_count", "Seen then."),
            new("comment_count", "l.comment_count", "Seen then."),
            new("imported_at", "s.imported_at", "When the page was imported.")),
    ];
}
