using System.Globalization;
using System.Text;

namespace PaperGraph.Graph.Tests.Filters;

internal sealed record RandomPaper(
    int Id,
    IReadOnlySet<string> Words,
    DateOnly? PublishedOn,
    DateTime ImportedAt,
    int? Upvotes,
    int? Comments,
    int? AuthorCount,
    IReadOnlyList<(string Source, DateOnly? ListedOn)> Listings,
    IReadOnlySet<int> Concepts,
    IReadOnlySet<int> Topics,
    IReadOnlySet<(int Organization, string Role)> Organizations,
    IReadOnlySet<int> Repositories,
    IReadOnlySet<int> Authors,
    int? Community,
    int? Citations,
    bool IsWithdrawn,
    IReadOnlyList<string> Categories)
{
    public string Slug => $"paper-{Id}";

    public bool PromisesCode => Id % 3 == 0;

    /// <summary>On which leaderboards, of <see cref="RandomGraph.Leaderboards"/>, which models of its are.</summary>
    public IReadOnlyList<(int Leaderboard, string Model, bool HasCode)> Results => (Id % 5) switch
    {
        1 => [(0, "Heron", true)],
        2 => [(0, "Crab", false), (1, "Heron", true)],
        3 => [(1, "Crab", true), (1, "Heron", false)],
        4 => [(2, "Heron", false)],
        _ => [],
    };

    public IReadOnlyList<string> DisagreesOn => (Id % 4) switch { 1 => ["TITLE"], 2 => ["DOI", "TITLE"], _ => [] };
}

/// <summary>A small graph in which much is unknown and nothing is shared by chance alone, and the SQL that stores it.</summary>
internal sealed class RandomGraph
{
    public const int Entities = 4;

    public static readonly string[] Words = ["alder", "birch", "cedar", "hazel"];

    public static readonly string[] Kinds = ["METHOD", "TASK", "MODEL"];

    public static readonly string[] Roles = ["SUBMITTED", "AFFILIATED", "OWNS_CODE"];

    public static readonly string[] Sources = ["hf-json", "daily-papers-text"];

    /// <summary>The topic, and the organization, above each; the first is above the second, which is above the third.</summary>
    public static readonly int?[] Parents = [null, 1, 2, null];

    private readonly Random random;

    public RandomGraph(int seed)
    {
        random = new Random(seed);
        Papers = [.. Enumerable.Range(1, random.Next(1, 25)).Select(Paper)];
    }

    public IReadOnlyList<RandomPaper> Papers { get; }

    /// <summary>The first of a paper's is the one that it was submitted to.</summary>
    public static readonly string[] Categories = ["cs.CL", "cs.LG", "hep-th"];

    public static readonly (string Task, string Dataset)[] Leaderboards =
        [("Walking", "Steps"), ("Walking", "Stairs"), ("Sorting", "Steps")];

    public static readonly string[] Hosts = ["github.com", "gitlab.com"];

    public static string HostOf(int repository) => Hosts[repository % Hosts.Length];

    public static string KindOf(int concept) => Kinds[concept % Kinds.Length];

    /// <summary>A topic or organization and those below it.</summary>
    public static bool IsBelow(int entity, int root)
    {
        for (int? at = entity; at is not null; at = Parents[at.Value - 1])
            if (at == root) return true;
        return false;
    }

    public static DateOnly Day(Random random) => new(2024, 1, random.Next(1, 6));

    private RandomPaper Paper(int id) => new(
        id,
        Some(Words),
        Perhaps(() => Day(random)),
        Day(random).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        Perhaps(() => random.Next(4)),
        Perhaps(() => random.Next(4)),
        Perhaps(() => random.Next(2) == 0 ? random.Next(5) : random.Next(120)),
        [.. Some(Sources).Select(source => (source, Perhaps(() => Day(random))))],
        SomeEntities(),
        SomeEntities(),
        SomeEntities().SelectMany(organization => Some(Roles).Select(role => (organization, role))).ToHashSet(),
        SomeEntities(),
        SomeEntities(),
        Perhaps(() => random.Next(1, Entities + 1)),
        Perhaps(() => random.Next(4)),
        random.Next(3) == 0,
        [.. Some(Categories).OrderBy(_ => random.Next())]);

    private T? Perhaps<T>(Func<T> make) where T : struct => random.Next(3) == 0 ? null : make();

    private HashSet<T> Some<T>(IEnumerable<T> all) => [.. all.Where(_ => random.Next(3) == 0)];

    private HashSet<int> SomeEntities() => Some(Enumerable.Range(1, Entities));

    public string Sql
    {
        get
        {
            var sql = new StringBuilder(
                "truncate papers, pages, concepts, topics, organizations, repositories, authors, communities, leaderboards "
                    + "restart identity cascade;\n");
            Insert("topics (id, slug, name, parent_id, position)", Ids()
                .Select(id => $"{id}, 'topic-{id}', 'Topic {id}', {Literal(Parents[id - 1])}, {id}"));
            Insert(
                "organizations (id, slug, name, parent_id)",
                Ids().Select(id => $"{id}, 'organization-{id}', 'Organization {id}', {Literal(Parents[id - 1])}"));
            Insert("organization_names (organization_id, name, source)", Ids().Select(id => $"{id}, 'Organization {id}', 'hf-json'"));
            Insert("authors (id, slug, name, name_key)", Ids().Select(id => $"{id}, 'author-{id}', 'Author {id}', 'author {id}'"));
            Insert(
                "repositories (id, host, owner, name, key, url)",
                Ids().Select(
                    id => $"{id}, '{HostOf(id)}', 'owner', 'repository-{id}', '{HostOf(id)}/owner/repository-{id}', "
                        + $"'https://{HostOf(id)}/owner/repository-{id}'"));
            Insert(
                "concepts (id, slug, name, kind, key, paper_count, specificity)",
                Ids().Select(
                    id => $"{id}, 'concept-{id}', 'Concept {id}', '{KindOf(id)}', 'concept{id}', "
                        + $"{Papers.Count(paper => paper.Concepts.Contains(id))}, 0.5"));
            Insert("concept_names (concept_id, name, key, mention_count, origin)", Ids()
                .Select(id => $"{id}, 'Concept {id}', 'concept{id}', 1, 'TEXT'"));
            Insert("concept_topics (concept_id, topic_id)", Ids().Select(id => $"{id}, {id}"));
            Insert(
                "pages (id, source, content_hash, name, listed_on_inferred, imported_at)",
                Sources.Select((source, i) => $"{i + 1}, '{source}', decode(repeat('0{i + 1}', 32), 'hex'), 'page', false, now()"));
            Insert(
                "papers (id, identity, slug, title, published_on, published_on_inferred, comment_count, upvote_count, author_count, "
                    + "citation_count, is_withdrawn, imported_at)",
                Papers.Select(paper =>
                    $"{paper.Id}, 'title:{paper.Id}', '{paper.Slug}', 'of {string.Join(' ', paper.Words)}', "
                    + $"{Literal(paper.PublishedOn)}, false, "
                    + $"{Literal(paper.Comments)}, {Literal(paper.Upvotes)}, {Literal(paper.AuthorCount)}, "
                    + $"{Literal(paper.Citations)}, {(paper.IsWithdrawn ? "true" : "false")}, '{paper.ImportedAt:O}'"));
            Insert(
                "paper_categories (paper_id, category, position, source, published_order)",
                Papers.SelectMany(paper => paper.Categories.Select((category, i) =>
                    $"{paper.Id}, '{category}', {i}, 'arxiv-oai', coalesce({Literal(paper.PublishedOn)}::date, '-infinity')")));
            Insert(
                "listings (id, paper_id, page_id, rank, title, title_key, published_on_inferred, listed_on, listed_on_inferred, "
                    + "observed_at, last_observed_at, observed_at_stated, digest)",
                Papers.SelectMany(paper => paper.Listings.Select((listing, i) =>
                    $"{(paper.Id * 10) + i}, {paper.Id}, {Array.IndexOf(Sources, listing.Source) + 1}, {paper.Id}, 'of', 'of', false, "
                    + $"{Literal(listing.ListedOn)}, false, now(), now(), false, {i}")));
            Insert(
                "leaderboards (id, task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, "
                    + "paper_count)",
                Leaderboards.Select((one, i) =>
                    $"{i + 1}, '{one.Task}', '{one.Dataset}', 'Falls', '{one.Task.ToLowerInvariant()}', "
                    + $"'{one.Dataset.ToLowerInvariant()}', 'falls', 'LOWER_IS_BETTER', 'NAME', 0, 0"));
            Insert(
                "results (paper_id, leaderboard_id, task, dataset, metric, value, goodness, model, code_url, source)",
                Papers.SelectMany(paper => paper.Results.Select(one =>
                    $"{paper.Id}, {one.Leaderboard + 1}, 'of', 'of', 'of', 'few', '-infinity', '{one.Model}', "
                    + $"{(one.HasCode ? "'https://example.org/code'" : "null")}, 'test'")));
            Insert("paper_concepts (paper_id, concept_id, weight, published_order)", Of(paper => paper.Concepts, ", 1"));
            Insert("paper_topics (paper_id, topic_id, score, published_order)", Of(paper => paper.Topics, ", 1"));
            Insert("paper_organizations (paper_id, organization_id, role, published_order)", Papers.SelectMany(
                paper => paper.Organizations.Select(edge => $"{paper.Id}, {edge.Organization}, '{edge.Role}', {Order(paper)}")));
            Insert("paper_repositories (paper_id, repository_id, published_order)", Of(paper => paper.Repositories, ""));
            Insert("code_promises (paper_id, field, start, quote, extractor, version)", Papers.Where(paper => paper.PromisesCode)
                .Select(paper => $"{paper.Id}, 'ABSTRACT', 0, 'Code will come.', 'test', '1'"));
            Insert("paper_disagreements (paper_id, field, published_order)", Papers.SelectMany(
                paper => paper.DisagreesOn.Select(one => $"{paper.Id}, '{one}', {Order(paper)}")));
            Insert("authorships (paper_id, author_id, position, name, published_order)", Papers.SelectMany(
                paper => paper.Authors.Select((author, i) => $"{paper.Id}, {author}, {i + 1}, 'Author {author}', {Order(paper)}")));
            Insert(
                "communities (id, slug, name, paper_count, concept_count, topic_count, organization_count, repository_count, author_count)",
                Ids().Select(id =>
                    $"{id}, 'community-{id}', 'Community {id}', {Papers.Count(paper => paper.Community == id)}, 0, 0, 0, 0, 0"));
            foreach (var paper in Papers.Where(paper => paper.Community is not null))
            {
                sql.Append(
                    CultureInfo.InvariantCulture,
                    $"update paper_ranks set community_id = {paper.Community} where paper_id = {paper.Id};\n");
            }
            sql.Append(DerivedColumns.CountPapers);
            return sql.ToString();

            void Insert(string table, IEnumerable<string> rows)
            {
                var values = string.Join("),\n  (", rows);
                var ownIds = table.Contains("(id,", StringComparison.Ordinal) ? " overriding system value" : "";
                if (values.Length > 0) sql.Append(CultureInfo.InvariantCulture, $"insert into {table}{ownIds} values\n  ({values});\n");
            }

            IEnumerable<string> Of(Func<RandomPaper, IEnumerable<int>> entities, string more) =>
                Papers.SelectMany(paper => entities(paper).Select(entity => $"{paper.Id}, {entity}{more}, {Order(paper)}"));

            static string Order(RandomPaper paper) => paper.PublishedOn is null ? "'-infinity'" : Literal(paper.PublishedOn);
        }
    }

    private static IEnumerable<int> Ids() => Enumerable.Range(1, Entities);

    private static string Literal(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Literal(DateOnly? day) => day is { } known ? $"'{known:yyyy-MM-dd}'" : "null";
}
