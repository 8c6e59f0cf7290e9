namespace PaperGraph.Data.Reporting;

/// <summary>The views of papers and of what papers have in common; the edges between them stand in the files beside this one.</summary>
internal static partial class ReportingCatalog
{
    public static IReadOnlyList<ReportingView> All =>
    [
        new("papers", "A paper, whatever it was read from.", "from papers p",
            new("id", "p.id", "What other views call paper_id."),
            new("slug", "p.slug", "Its name in addresses, which stays."),
            new("title", "p.title", "The title."),
            new("abstract", "p.abstract", "The abstract; null where none is known."),
            new("arxiv_id", "p.arxiv_id", "As in 2402.03300, without version."),
            new("doi", "p.doi", "As a source states it."),
            new("url", "p.url", "Where it can be read."),
            new("published_on", "p.published_on", "The paper's own date; null where none is known."),
            new("published_month", Month("p.published_on"), "The first day of the month of published_on."),
            new("published_on_is_inferred", "p.published_on_inferred", "Whether the source left the year of published_on out."),
            new("listed_on", "p.listed_on", "The latest day on which a page listed it."),
            new("imported_at", "p.imported_at", "When it was first imported."),
            new("author_count", "p.author_count", "Known even where the names are not."),
            new("upvote_count", "p.upvote_count", "As its listings say; null where none does."),
            new("comment_count", "p.comment_count", "As its listings say; null where none does."),
            new("has_code", HasCode("p.id"), "Whether a repository is known.")),

        new("concepts", "A method, task, dataset, model or metric that papers write about, whatever they call it.", "from concepts c",
            new("id", "c.id", "What other views call concept_id; of concepts that are merged one stays."),
            new("slug", "c.slug", "Its name in addresses."),
            new("name", "c.name", "What it is called most often."),
            new("kind", "c.kind", "METHOD, TASK, DATASET, MODEL, METRIC or OTHER."),
            new("paper_count", "c.paper_count", "How many papers have it."),
            new("specificity", "c.specificity", "0 to 1: how little of the collection shares it.")),

        new("concept_names", "A name that a concept goes by.", "from concept_names n join concepts c on c.id = n.concept_id",
            new("concept_id", "n.concept_id", "The concept."),
            new("concept", "c.name", "What the concept is called most often."),
            new("name", "n.name", "The name."),
            new("mention_count", "n.mention_count", "How often it stands in the stored texts."),
            new("origin", "n.origin", "TEXT, NAME, ABBREVIATION, VOCABULARY or STATED.")),

        new("topics", "An area of research in a tree.",
            """
            from topics t
            left join topics parent on parent.id = t.parent_id
            """,
            new("id", "t.id", "What other views call topic_id."),
            new("slug", "t.slug", "Its name in addresses."),
            new("name", "t.name", "What it is called."),
            new("parent_id", "t.parent_id", "The topic above it; null at the top."),
            new("parent", "parent.name", "The name of the topic above it."),
            new("position", "t.position", "Its place among all topics, a parent before its children."),
            new("paper_count", "t.paper_count", "How many papers it and the topics below it have.")),

        new("organizations", "What a source states as an organization, or an account that is known to be one's.",
            """
            from organizations o
            left join organizations parent on parent.id = o.parent_id
            """,
            new("id", "o.id", "What other views call organization_id."),
            new("slug", "o.slug", "Its name in addresses."),
            new("name", "o.name", "What it is called."),
            new("parent_id", "o.parent_id", "The organization that it is a part of, where that is known."),
            new("parent", "parent.name", "The name of that organization."),
            new("paper_count", "o.paper_count", "How many papers it has in any role; those of its parts are not counted.")),

        new("repositories", "A place where code lies.",
            """
            from repositories r
            left join organizations o on o.id = r.organization_id
            """,
            new("id", "r.id", "What other views call repository_id."),
            new("url", "r.url", "Its address."),
            new("host", "r.host", "As in github.com."),
            new("owner", "r.owner", "The account that it lies under."),
            new("name", "r.name", "Its name under that account."),
            new("organization_id", "r.organization_id", "The organization whose account the owner is, where that is known."),
            new("organization", "o.name", "The name of that organization."),
            new("paper_count", "r.paper_count", "How many papers name it.")),

        new("authors", "A person whom a source tells by an id; else all who sign with one name.", "from authors a",
            new("id", "a.id", "What other views call author_id."),
            new("slug", "a.slug", "The name in addresses."),
            new("name", "a.name", "The name as printed."),
            new("paper_count", "a.paper_count", "How many papers are signed so.")),

        new("results", "What a table says that a model of a paper has reached on a dataset by a metric.",
            """
            from results r
            join leaderboards b on b.id = r.leaderboard_id
            join papers p on p.id = r.paper_id
            """,
            new("id", "r.id", "The number of the result, while a table states it."),
            new("paper_id", "r.paper_id", "The paper."),
            new("title", "p.title", "The paper's title."),
            new("published_on", "p.published_on", "The paper's own date; null where none is known."),
            new("leaderboard_id", "r.leaderboard_id", "The same of all results on one dataset of a task by one metric."),
            new("task", "b.task", "As most of the leaderboard's results spell it."),
            new("dataset", "b.dataset", "As most of the leaderboard's results spell it."),
            new("metric", "b.metric", "As most of the leaderboard's results spell it."),
            new("direction", "b.direction", "HIGHER_IS_BETTER or LOWER_IS_BETTER, as the metric's name suggests."),
            new("model", "r.model", "As printed; null where the table leaves it empty."),
            new("value", "r.value", "As printed."),
            new("measure", "r.measure", "The number that the value prints; null where it prints none, or several."),
            new("rank", "case when r.measure is not null then "
                + "rank() over (partition by r.leaderboard_id order by r.goodness desc) end",
                "The place on the leaderboard, 1 for the best; equal values share one. Null without a measure."),
            new("uses_additional_data", "r.uses_additional_data", "Null where the table does not say."),
            new("code_url", "r.code_url", "Code that the table gives for it."),
            new("source", "r.source", "What states it."),
            new("source_url", "r.source_url", "The table's own address.")),

        .. Edges,
        .. Counts,
        .. Ranks,
    ];

    /// <summary>The first day of a date's month, whatever the time zone of the session is.</summary>
    private static string Month(string date) => $"date_trunc('month', {date}::timestamp)::date";

    private static string HasCode(string paper) => $"exists (select from paper_repositories code where code.paper_id = {paper})";

    /// <summary>The day that an edge repeats of its paper.</summary>
    private static string Day(string order) => $"nullif({order}, '-infinity')";
}
