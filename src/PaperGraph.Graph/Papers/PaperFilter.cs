using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Results;
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
    IReadOnlyList<PaperDimension>? Unknown,
    SlugFilter? Communities = null,
    IReadOnlyList<CodeStatus>? CodeStatus = null,
    IReadOnlyList<MetadataField>? DisagreesOn = null,
    IReadOnlyList<string>? Categories = null,
    IReadOnlyList<string>? PrimaryCategories = null,
    bool? IsWithdrawn = null,
    int? MinCitations = null,
    bool? HasResults = null,
    ResultFilter? Results = null) : IFilter
{
    /// <summary>The filter that all papers pass.</summary>
    public static PaperFilter Empty { get; } = new(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static readonly Members OfTopics = PaperEdges.Topics.Members with { Tree = EntityTree.Topics };

    private static readonly Members OfKinds = new("paper_concepts x join concepts y on y.id = x.concept_id", "x.paper_id");

    private static readonly Members OfListings = new("listings x", "x.paper_id");

    private static readonly Members OfPromises = new("code_promises x", "x.paper_id");

    private static readonly Members OfDisagreements = new("paper_disagreements x", "x.paper_id");

    private static readonly Members OfResults = new("results x", "x.paper_id");

    private static readonly Members OfCategories = new("paper_categories x", "x.paper_id");

    private static readonly Members OfHosts = new("paper_repositories x join repositories y on y.id = x.repository_id", "x.paper_id");

    private static readonly Members OfSources = new("listings x join pages y on y.id = x.page_id", "x.paper_id");

    /// <summary>Whether its conditions look at no column of the paper but its id and its day, which edges have too.</summary>
    public bool NeedsDayAlone =>
        this is { Text: null, ImportedAt: null, MinUpvotes: null, MinComments: null, AuthorCount: null }
        && this is { IsWithdrawn: null, MinCitations: null }
        && Unknown?.Contains(PaperDimension.AuthorCount) != true
        && Not?.NeedsDayAlone != false
        && And?.All(filter => filter.NeedsDayAlone) != false
        && Or?.All(filter => filter.NeedsDayAlone) != false;

    /// <summary>That the paper <c>p</c> has the words of a text or is named by it, with <c>and</c> before it.</summary>
    public static SqlFragment Matches(TypedText typed)
    {
        SqlFragment hasWords = sql => sql.Append($"p.search @@ to_tsquery('papergraph', search_words({typed.Words.Query}))");
        var namings = PaperNaming.BesideWords(typed);
        if (namings.Count == 0) return sql => sql.Append($"\n    and {hasWords}");
        return sql =>
        {
            sql.Append($"\n    and ({hasWords}");
            // An array is looked up by the index of ids, beside that of the words.
            foreach (var naming in namings) sql.Append($"\n      or p.id = any (array({naming.Ids}))");
            sql.Append($")");
        };
    }

    public SqlFragment Compile(FilterScope scope, ArgumentPath at) => Compile(scope, at, MembershipTest.Join, MembershipTest.Table, 1);

    /// <summary>The conditions of a filter that was compiled without failing, each looked up for one paper after the other.</summary>
    public SqlFragment CompileLookups() =>
        Compile(new FilterScope(), new ArgumentPath("where"), MembershipTest.Lookup, MembershipTest.Lookup, 1);

    /// <summary>
    /// The conditions of a filter that was compiled without failing, for a page of all papers; null where no filter is inside it, so that
    /// they are those of any list.
    /// </summary>
    public SqlFragment? CompilePage() => this is { Not: null, And: null, Or: null }
        ? null
        : Compile(new FilterScope(), new ArgumentPath("where"), MembershipTest.Join, MembershipTest.Page, 1);

    /// <summary>
    /// What must hold of the paper <c>p</c>, each condition with <c>and</c> before it. Every one is true or false of every paper, never
    /// null, so that a negation holds of all papers of which the condition does not.
    /// </summary>
    /// <param name="scope">The whole filter.</param>
    /// <param name="at">The place of the argument.</param>
    /// <param name="test">How its own conditions are tested.</param>
    /// <param name="below">How those of the filters inside it are.</param>
    /// <param name="depth">The depth of the filter; the outermost has 1.</param>
    private SqlFragment Compile(FilterScope scope, ArgumentPath at, MembershipTest test, MembershipTest below, int depth)
    {
        scope.Enter(depth);
        var own = CompileOwn(scope, at, new Membership(new("p.id"), test));
        var not = Not?.Compile(scope, at.Field("not"), below, below, depth + 1);
        var and = And?.Select((filter, i) => filter.Compile(scope, at.Field("and").Item(i), below, below, depth + 1)).ToArray();
        var or = Or?.Select((filter, i) => filter.Compile(scope, at.Field("or").Item(i), below, below, depth + 1)).ToArray();
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
            conditions.Add(Matches(scope.Search(Text, at.Field("text"))));
        }
        if (PublishedOn is not null) conditions.Add(sql => PublishedOn.Append(sql, new("p.published_order")));
        if (ImportedAt is not null) conditions.Add(sql => ImportedAt.Append(sql, new("p.imported_at")));
        if (ListedOn is not null)
        {
            conditions.Add(sql => membership.AppendIn(sql, OfListings, inner => ListedOn.Append(inner, new("x.listed_on"))));
        }

        AddNames(Concepts, "concepts", Concept.Names, PaperEdges.Concepts.Members);
        AddNames(Topics, "topics", Topic.Names, OfTopics);
        if (Organizations is not null) conditions.Add(Organizations.Compile(scope, at.Field("organizations"), membership));
        AddNames(Repositories, "repositories", Repository.Names, PaperEdges.Repositories.Members);
        AddNames(Authors, "authors", Author.Names, PaperEdges.Authors.Members);
        AddNames(Communities, "communities", Community.Names, PaperEdges.Communities.Members);

        if (ConceptKinds is not null)
        {
            var kinds = ConceptKinds.Distinct().Select(EnumName.For).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, OfKinds, inner => inner.Append($" and y.kind = any ({kinds})")));
        }
        if (Sources is not null)
        {
            var sources = FilterScope.Texts(Sources, at.Field("sources")).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, OfSources, inner => inner.Append($" and y.source = any ({sources})")));
        }
        if (HasCode == true) conditions.Add(sql => membership.AppendIn(sql, PaperEdges.Repositories.Members));
        if (HasCode == false) conditions.Add(sql => membership.AppendNotIn(sql, PaperEdges.Repositories.Members));
        if (CodeStatus is not null) conditions.Add(sql => AppendCodeStatus(sql, membership, CodeStatus));
        if (HasResults == true) conditions.Add(sql => membership.AppendIn(sql, OfResults));
        if (HasResults == false) conditions.Add(sql => membership.AppendNotIn(sql, OfResults));
        if (Results?.Compile(scope, at.Field("results"), "x") is { } ofResults)
            conditions.Add(sql => membership.AppendIn(sql, OfResults, ofResults));
        if (DisagreesOn is not null)
        {
            var fields = DisagreesOn.Distinct().Select(EnumName.For).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, OfDisagreements, inner => inner.Append($" and x.field = any ({fields})")));
        }
        // An unknown count is stored as -1 in these columns, and no count is negative.
        if (MinUpvotes is { } upvotes) conditions.Add(sql => sql.Append($"\n    and p.upvote_order >= {Math.Max(upvotes, 0)}"));
        if (MinComments is { } comments) conditions.Add(sql => sql.Append($"\n    and p.comment_order >= {Math.Max(comments, 0)}"));
        if (MinCitations is { } citations)
            conditions.Add(sql => sql.Append($"\n    and coalesce(p.citation_count, -1) >= {Math.Max(citations, 0)}"));
        if (IsWithdrawn is { } isWithdrawn) conditions.Add(sql => sql.Append($"\n    and p.is_withdrawn = {isWithdrawn}"));
        AddCategories(Categories, "categories", isPrimary: false);
        AddCategories(PrimaryCategories, "primaryCategories", isPrimary: true);
        if (RepositoryHosts is not null)
        {
            var hosts = FilterScope.Texts(RepositoryHosts, at.Field("repositoryHosts")).Select(host => host.ToLowerInvariant()).ToArray();
            conditions.Add(sql => membership.AppendIn(sql, OfHosts, inner => inner.Append($" and y.host = any ({hosts})")));
        }
        if (AuthorCount is not null) conditions.Add(sql => AuthorCount.Append(sql, new("p.author_count")));
        foreach (var dimension in Unknown?.Distinct() ?? [])
            conditions.Add(sql => DimensionCatalog.Find(dimension).IsUnknown(sql, membership));
        return conditions;

        void AddCategories(IReadOnlyList<string>? given, string name, bool isPrimary)
        {
            if (given is null) return;
            var codes = FilterScope.Texts(given, at.Field(name)).ToArray();
            var alone = new RawSql(isPrimary ? " and x.position = 0" : "");
            conditions.Add(
                sql => membership.AppendIn(sql, OfCategories, inner => inner.Append($" and x.category = any ({codes}){alone}")));
        }

        void AddNames(SlugFilter? filter, string name, EntityNames entities, Members members)
        {
            if (filter is not null) conditions.Add(filter.Compile(scope, at.Field(name), entities, membership, members));
        }
    }

    /// <summary>That the paper's code has one of these statuses, which are written out: each is another condition.</summary>
    private static void AppendCodeStatus(SqlText sql, Membership membership, IReadOnlyList<CodeStatus> statuses)
    {
        if (statuses.Distinct().ToArray() is [var only])
        {
            Append(only, membership);
            return;
        }
        sql.Append($"\n    and (false");
        foreach (var status in statuses.Distinct().Order())
        {
            sql.Append($" or (true");
            Append(status, membership.Nested);
            sql.Append($")");
        }
        sql.Append($")");

        void Append(CodeStatus status, Membership test)
        {
            if (status == Model.CodeStatus.Released) test.AppendIn(sql, PaperEdges.Repositories.Members);
            else test.AppendNotIn(sql, PaperEdges.Repositories.Members);
            if (status == Model.CodeStatus.Promised) test.AppendIn(sql, OfPromises);
            if (status == Model.CodeStatus.None) test.AppendNotIn(sql, OfPromises);
        }
    }
}
