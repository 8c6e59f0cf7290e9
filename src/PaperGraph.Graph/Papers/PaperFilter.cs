using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Search;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.Model;

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
    PaperOrganizationFilter? Organizations,
    SlugFilter? Repositories,
    SlugFilter? Authors,
    IReadOnlyList<ConceptKind>? ConceptKinds,
    IReadOnlyList<string>? Sources,
    bool? HasCode,
    int? MinUpvotes,
    int? MinComments,
    IReadOnlyList<string>? RepositoryHosts,
    IntRange? AuthorCount,
    IReadOnlyList<PaperDimension>? Unknown) : IFilter
{
    private static readonly RawSql ConceptsOfPapers = new("select x.paper_id, x.concept_id from paper_concepts x");

    private static readonly RawSql TopicsOfPapers =
        new($"select x.paper_id, y.root from paper_topics x join ({EntityTree.Topics.Roots}) y on y.id = x.topic_id");

    private static readonly RawSql RepositoriesOfPapers = new("select x.paper_id, x.repository_id from paper_repositories x");

    private static readonly RawSql AuthorsOfPapers = new("select x.paper_id, x.author_id from authorships x");

    private static readonly RawSql PapersWithCode = new("select x.paper_id from paper_repositories x");

    /// <summary>Whether its conditions look at no column of the paper but its id and its day, which edges have too.</summary>
    public bool NeedsDayAlone =>
        this is { Text: null, ImportedAt: null, MinUpvotes: null, MinComments: null, AuthorCount: null }
        && Unknown?.Contains(PaperDimension.AuthorCount) != true
        && Not?.NeedsDayAlone != false
        && And?.All(filter => filter.NeedsDayAlone) != false
        && Or?.All(filter => filter.NeedsDayAlone) != false;

    /// <summary>That the paper <c>p</c> has these words, with <c>and</c> before it.</summary>
    public static SqlFragment Matches(SearchText text) =>
        sql => sql.Append($"\n    and p.search @@ to_tsquery('papergraph', search_words({text.Query}))");

    public SqlFragment Compile(FilterScope scope, ArgumentPath at) => Compile(scope, at, 1);

    /// <summary>
    /// What must hold of the paper <c>p</c>, each condition with <c>and</c> before it. Every one is true or false of every paper, never
    /// null, so that a negation holds of all papers of which the condition does not.
    /// </summary>
    private SqlFragment Compile(FilterScope scope, ArgumentPath at, int depth)
    {
        scope.Enter(depth);
        var own = CompileOwn(scope, at, new Membership(new("p.id"), isNested: depth > 1));
        var not = Not?.Compile(scope, at.Field("not"), depth + 1);
        var and = And?.Select((filter, i) => filter.Compile(scope, at.Field("and").Item(i), depth + 1)).ToArray();
        var or = Or?.Select((filter, i) => filter.Compile(scope, at.Field("or").Item(i), depth + 1)).ToArray();
        return sql =>
        {
            foreach (var condition in own) condition(sql);
            if (not is not null) sql.Append($"\n    and not (true{not})");
            foreach (var filter in and ?? []) filter(sql);
            if (or is null) return;

            sql.Append($"\n    and (false");
            foreach (var filter in or) sql.Append($" or (true{filter})");
            sql.Append($")");
        };
    }

    private List<SqlFragment> CompileOwn(FilterScope scope, ArgumentPath at, Membership membership)
    {
        var conditions = new List<SqlFragment>();
        if (Text is not null)
        {
            var text = scope.Search(Text, at.Field("text"));
            conditions.Add(Matches(text));
        }
        if (PublishedOn is not null) conditions.Add(sql => PublishedOn.Append(sql, new("p.published_order")));
        if (ImportedAt is not null) conditions.Add(sql => ImportedAt.Append(sql, new("p.imported_at")));
        if (ListedOn is not null)
        {
            conditions.Add(sql => membership.AppendIn(sql, inner =>
            {
                inner.Append($"select x.paper_id from listings x where true");
                ListedOn.Append(inner, new("x.listed_on"));
            }));
        }

        AddNames(Concepts, "concepts", Concept.Names, ConceptsOfPapers);
        AddNames(Topics, "topics", Topic.Names, TopicsOfPapers);
        if (Organizations is not null) conditions.Add(Organizations.Compile(scope, at.Field("organizations"), membership));
        AddNames(Repositories, "repositories", Repository.Names, RepositoriesOfPapers);
        AddNames(Authors, "authors", Author.Names, AuthorsOfPapers);

        if (ConceptKinds is not null)
        {
            var kinds = ConceptKinds.Distinct().Select(EnumName.For).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, inner => inner.Append(
                $"select x.paper_id from paper_concepts x join concepts y on y.id = x.concept_id where y.kind = any ({kinds})")));
        }
        if (Sources is not null)
        {
            var sources = FilterScope.Texts(Sources, at.Field("sources")).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, inner => inner.Append(
                $"select x.paper_id from listings x join pages y on y.id = x.page_id where y.source = any ({sources})")));
        }
        if (HasCode == true) conditions.Add(sql => membership.AppendIn(sql, PapersWithCode));
        if (HasCode == false) conditions.Add(sql => membership.AppendNotIn(sql, PapersWithCode));
        // An unknown count is stored as -1 in these columns, and no count is negative.
        if (MinUpvotes is { } upvotes) conditions.Add(sql => sql.Append($"\n    and p.upvote_order >= {Math.Max(upvotes, 0)}"));
        if (MinComments is { } comments) conditions.Add(sql => sql.Append($"\n    and p.comment_order >= {Math.Max(comments, 0)}"));
        if (RepositoryHosts is not null)
        {
            var hosts = FilterScope.Texts(RepositoryHosts, at.Field("repositoryHosts")).Select(host => host.ToLowerInvariant()).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, inner => inner.Append(
                $"""
                select x.paper_id from paper_repositories x join repositories y on y.id = x.repository_id where y.host = any ({hosts})
                """)));
        }
        if (AuthorCount is not null) conditions.Add(sql => AuthorCount.Append(sql, new("p.author_count")));
        foreach (var dimension in Unknown?.Distinct() ?? [])
            conditions.Add(sql => DimensionCatalog.Find(dimension).IsUnknown(sql, membership));
        return conditions;

        void AddNames(SlugFilter? filter, string name, EntityNames entities, RawSql members)
        {
            if (filter is not null) conditions.Add(filter.Compile(scope, at.Field(name), entities, membership, members));
        }
    }
}
