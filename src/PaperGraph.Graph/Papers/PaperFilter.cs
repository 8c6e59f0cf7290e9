using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.Ingest;

namespace PaperGraph.Graph.Papers;

internal sealed record PaperFilter(
    IReadOnlyList<PaperFilter>? And,
    IReadOnlyList<PaperFilter>? Or,
    PaperFilter? Not,
    string? Text,
    DateRange? PublishedOn,
    DateRange? ListedOn,
    DateTimeRange? ImportedAt,
    SlugFilter? Concepts,
    SlugFilter? Topics,
    SlugFilter? Organizations,
    SlugFilter? Repositories,
    SlugFilter? Authors,
    IReadOnlyList<ConceptKind>? ConceptKinds,
    IReadOnlyList<string>? Sources,
    bool? HasCode,
    int? MinUpvotes,
    int? MinComments)
{
    private const int DeepestNesting = 8;

    private static readonly SqlWords PaperId = new("p.id");

    private static readonly SqlWords ConceptSlugs = new(
        """
        select x.paper_id, y.slug
        from (select id, slug from concepts union all select concept_id, slug from concept_slugs) y
        join paper_concepts x on x.concept_id = y.id
        """);

    private static readonly SqlWords TopicSlugs =
        new($"select x.paper_id, y.slug from paper_topics x join ({TopicTree.Slugs}) y on y.id = x.topic_id");

    private static readonly SqlWords OrganizationSlugs =
        new("select x.paper_id, y.slug from paper_organizations x join organizations y on y.id = x.organization_id");

    private static readonly SqlWords KeysOfRepositories =
        new("select x.paper_id, y.key from paper_repositories x join repositories y on y.id = x.repository_id");

    private static readonly SqlWords AuthorSlugs =
        new("select x.paper_id, y.slug from authorships x join authors y on y.id = x.author_id");

    /// <summary>Appends what must hold of the paper <c>p</c>, each condition with <c>and</c> before it.</summary>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">The filter nests deeper than 8 levels.</exception>
    public void Append(SqlText sql) => Append(sql, 1);

    private void Append(SqlText sql, int depth)
    {
        if (depth > DeepestNesting)
            throw BadArgument.Of($"A filter nests {DeepestNesting} levels deep at most; write it flatter.");

        AppendOwn(sql);
        if (Not is not null)
        {
            sql.Append($"\n    and not (true");
            Not.Append(sql, depth + 1);
            sql.Append($")");
        }
        foreach (var filter in And ?? []) filter.Append(sql, depth + 1);
        if (Or is null) return;

        sql.Append($"\n    and (false");
        foreach (var filter in Or)
        {
            sql.Append($" or (true");
            filter.Append(sql, depth + 1);
            sql.Append($")");
        }
        sql.Append($")");
    }

    private void AppendOwn(SqlText sql)
    {
        if (Text is not null) sql.Append($"\n    and p.search @@ websearch_to_tsquery('english', {Text})");
        PublishedOn?.Append(sql, new("p.published_on"));
        ImportedAt?.Append(sql, new("p.imported_at"));
        if (ListedOn is not null)
        {
            sql.Append($"\n    and exists (select from listings x where x.paper_id = p.id");
            ListedOn.Append(sql, new("x.listed_on"));
            sql.Append($")");
        }

        Concepts?.Append(sql, PaperId, ConceptSlugs);
        Topics?.Append(sql, PaperId, TopicSlugs);
        Organizations?.Append(sql, PaperId, OrganizationSlugs);
        Repositories?.Select(address => RepositoryKeys.Of(address) ?? address).Append(sql, PaperId, KeysOfRepositories);
        Authors?.Append(sql, PaperId, AuthorSlugs);

        if (ConceptKinds is not null)
        {
            var kinds = ConceptKinds.Select(StoredName.Of).ToArray();
            sql.Append($"""

                    and p.id in (
                      select x.paper_id from paper_concepts x join concepts y on y.id = x.concept_id where y.kind = any ({kinds}))
                """);
        }
        if (Sources is not null)
        {
            sql.Append($"""

                    and exists (
                      select from listings x join pages y on y.id = x.page_id where x.paper_id = p.id and y.source = any ({Sources.ToArray()}))
                """);
        }
        if (HasCode is { } hasCode)
            sql.Append($"\n    and {hasCode} = exists (select from paper_repositories x where x.paper_id = p.id)");
        if (MinUpvotes is { } upvotes) sql.Append($"\n    and p.upvote_count >= {upvotes}");
        if (MinComments is { } comments) sql.Append($"\n    and p.comment_count >= {comments}");
    }
}
