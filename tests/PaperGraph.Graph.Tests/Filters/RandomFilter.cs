using PaperGraph.Graph.Filters;

namespace PaperGraph.Graph.Tests.Filters;

/// <summary>A filter of papers as a variable, and what it means, told without SQL.</summary>
internal sealed record RandomFilter(Dictionary<string, object?> Value, Func<RandomPaper, bool> Holds)
{
    /// <summary>A filter of two, and the negation, are three more.</summary>
    private const int MaxSize = (FilterLimits.MaxFilters - 3) / 2;

    private static readonly Dictionary<string, Func<Random, RandomFilter>> Fields = new()
    {
        ["text"] = Text,
        ["publishedOn"] = random => Days(random, "publishedOn", paper => [paper.PublishedOn]),
        ["listedOn"] = random => Days(random, "listedOn", paper => paper.Listings.Select(listing => listing.ListedOn)),
        ["importedAt"] = ImportedAt,
        ["concepts"] = random => Names(random, "concepts", "concept", paper => paper.Concepts),
        ["topics"] = random => Names(
            random,
            "topics",
            "topic",
            paper => Enumerable.Range(1, RandomGraph.Entities)
                .Where(root => paper.Topics.Any(topic => RandomGraph.IsBelow(topic, root))).ToHashSet()),
        ["organizations"] = Organizations,
        ["repositories"] = random => Names(random, "repositories", "owner/repository", paper => paper.Repositories),
        ["authors"] = random => Names(random, "authors", "author", paper => paper.Authors),
        ["communities"] = random => Names(
            random, "communities", "community", paper => paper.Community is { } one ? new HashSet<int> { one } : new HashSet<int>()),
        ["conceptKinds"] = random => OneOf(
            random, "conceptKinds", RandomGraph.Kinds, (paper, kind) => paper.Concepts.Any(concept => RandomGraph.KindOf(concept) == kind)),
        ["sources"] = random => OneOf(
            random, "sources", RandomGraph.Sources, (paper, source) => paper.Listings.Any(listing => listing.Source == source)),
        ["hasCode"] = random => random.Next(2) == 0
            ? new(One("hasCode", true), paper => paper.Repositories.Count > 0)
            : new(One("hasCode", false), paper => paper.Repositories.Count == 0),
        ["hasResults"] = random => random.Next(2) == 0
            ? new(One("hasResults", true), paper => paper.Results.Count > 0)
            : new(One("hasResults", false), paper => paper.Results.Count == 0),
        ["results"] = Results,
        ["codeStatus"] = random => OneOf(
            random,
            "codeStatus",
            ["RELEASED", "PROMISED", "NONE"],
            (paper, status) => status == (paper.Repositories.Count > 0 ? "RELEASED" : paper.PromisesCode ? "PROMISED" : "NONE")),
        ["disagreesOn"] = random => OneOf(
            random, "disagreesOn", ["TITLE", "DOI", "ABSTRACT"], (paper, field) => paper.DisagreesOn.Contains(field)),
        ["repositoryHosts"] = random => OneOf(
            random, "repositoryHosts", RandomGraph.Hosts, (paper, host) => paper.Repositories.Any(one => RandomGraph.HostOf(one) == host)),
        ["authorCount"] = AuthorCount,
        ["unknown"] = Unknown,
        ["minUpvotes"] = random => AtLeast(random, "minUpvotes", paper => paper.Upvotes),
        ["minComments"] = random => AtLeast(random, "minComments", paper => paper.Comments),
        ["minCitations"] = random => AtLeast(random, "minCitations", paper => paper.Citations),
        ["isWithdrawn"] = random => random.Next(2) == 0
            ? new(One("isWithdrawn", true), paper => paper.IsWithdrawn)
            : new(One("isWithdrawn", false), paper => !paper.IsWithdrawn),
        ["categories"] = random => OneOf(
            random, "categories", RandomGraph.Categories, (paper, category) => paper.Categories.Contains(category)),
        ["primaryCategories"] = random => OneOf(
            random,
            "primaryCategories",
            RandomGraph.Categories,
            (paper, category) => paper.Categories is [var first, ..] && first == category),
    };

    public static IEnumerable<string> FieldNames => Fields.Keys;

    public static RandomFilter OfField(string field, Random random) => Fields[field](random);

    /// <summary>How many filters it is made of, itself counted.</summary>
    public int Size => SizeOf(Value);

    /// <summary>
    /// Some fields at once, with others inside and, or and not. It is so small that it and its negation together may be inside another.
    /// </summary>
    public static RandomFilter Nested(Random random, int depth = 3)
    {
        while (true)
        {
            var filter = OfDepth(random, depth);
            if (filter.Size <= MaxSize) return filter;
        }
    }

    private static RandomFilter OfDepth(Random random, int depth)
    {
        var filter = new RandomFilter([], _ => true);
        foreach (var field in Fields.Keys.OrderBy(_ => random.Next()).Take(random.Next(3))) filter = filter.With(OfField(field, random));
        if (depth == 0) return filter;

        if (random.Next(3) == 0)
        {
            var inner = OfDepth(random, depth - 1);
            filter = filter.With(new(One("not", inner.Value), paper => !inner.Holds(paper)));
        }
        if (random.Next(3) == 0)
        {
            var inner = List();
            filter = filter.With(new(One("and", inner.Select(one => one.Value)), paper => inner.All(one => one.Holds(paper))));
        }
        if (random.Next(3) == 0)
        {
            var inner = List();
            filter = filter.With(new(One("or", inner.Select(one => one.Value)), paper => inner.Any(one => one.Holds(paper))));
        }
        return filter;

        List<RandomFilter> List() => [.. Enumerable.Range(0, random.Next(4)).Select(_ => OfDepth(random, depth - 1))];
    }

    private static int SizeOf(Dictionary<string, object?> filter) => 1 + filter.Sum(field => (field.Key, field.Value) switch
    {
        ("not", Dictionary<string, object?> inner) => SizeOf(inner),
        ("and" or "or", IEnumerable<Dictionary<string, object?>> inner) => inner.Sum(SizeOf),
        _ => 0,
    });

    private RandomFilter With(RandomFilter other) =>
        new(Value.Concat(other.Value).ToDictionary(), paper => Holds(paper) && other.Holds(paper));

    private static Dictionary<string, object?> One(string field, object? value) => new() { [field] = value };

    private static RandomFilter Text(Random random)
    {
        var (one, other) = (Pick(random, RandomGraph.Words), Pick(random, RandomGraph.Words));
        return random.Next(5) switch
        {
            0 => new(One("text", one), paper => paper.Words.Contains(one)),
            1 => new(One("text", $"{one} {other}"), paper => paper.Words.Contains(one) && paper.Words.Contains(other)),
            2 => new(One("text", $"{one} OR {other}"), paper => paper.Words.Contains(one) || paper.Words.Contains(other)),
            3 => new(One("text", $"-{one}"), paper => !paper.Words.Contains(one)),
            // PostgreSQL searches for nothing where all words are too common, and finds nothing.
            _ => new(One("text", "the"), _ => false),
        };
    }

    private static RandomFilter Days(Random random, string field, Func<RandomPaper, IEnumerable<DateOnly?>> days)
    {
        DateOnly? from = random.Next(3) == 0 ? null : random.Next(8) == 0 ? DateOnly.MinValue : RandomGraph.Day(random);
        DateOnly? to = random.Next(3) == 0 ? null : random.Next(8) == 0 ? DateOnly.MaxValue : RandomGraph.Day(random);
        return new(
            One(field, new Dictionary<string, object?> { ["from"] = from?.ToString("O"), ["to"] = to?.ToString("O") }),
            paper => days(paper).Any(day => day is { } known && !(known < from) && !(known > to)));
    }

    private static RandomFilter Results(Random random)
    {
        var task = Perhaps(["Walking", "sorting!", "Flying"]);
        var dataset = Perhaps(["STEPS", "Stairs"]);
        var model = Perhaps(["her", "CRAB", "%"]);
        bool? hasCode = random.Next(3) == 0 ? random.Next(2) == 0 : null;
        return new(
            One("results", new Dictionary<string, object?>
            {
                ["task"] = task,
                ["dataset"] = dataset,
                ["model"] = model,
                ["hasCode"] = hasCode,
            }),
            paper => paper.Results.Any(result =>
                RandomGraph.Leaderboards[result.Leaderboard] is var one
                && (task is null || one.Task.Equals(task.TrimEnd('!'), StringComparison.OrdinalIgnoreCase))
                && (dataset is null || one.Dataset.Equals(dataset, StringComparison.OrdinalIgnoreCase))
                && (model is null || result.Model.Contains(model, StringComparison.OrdinalIgnoreCase))
                && (hasCode is null || result.HasCode == hasCode)));

        string? Perhaps(string[] all) => random.Next(2) == 0 ? Pick(random, all) : null;
    }

    private static RandomFilter ImportedAt(Random random)
    {
        DateOnly? from = random.Next(3) == 0 ? null : RandomGraph.Day(random);
        DateOnly? to = random.Next(3) == 0 ? null : RandomGraph.Day(random);
        return new(
            One("importedAt", new Dictionary<string, object?> { ["from"] = Moment(from), ["to"] = Moment(to) }),
            paper => DateOnly.FromDateTime(paper.ImportedAt) is var day && !(day < from) && !(day >= to));

        static string? Moment(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}T00:00:00Z" : null;
    }

    private static RandomFilter Names(Random random, string field, string stem, Func<RandomPaper, IReadOnlySet<int>> entities)
    {
        var (all, any, none) = (List(), List(), List());
        return new(
            One(field, new Dictionary<string, object?>
            {
                ["all"] = Texts(all),
                ["any"] = Texts(any),
                ["none"] = Texts(none),
                ["unknown"] = "IGNORE",
            }),
            paper => entities(paper) is var own
                && all?.TrueForAll(entity => entity == 0 || own.Contains(entity)) != false
                && any?.Exists(own.Contains) != false
                && none?.Exists(own.Contains) != true);

        // 0 is nothing that there is.
        List<int>? List() => random.Next(3) == 0
            ? [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(RandomGraph.Entities + 1))]
            : null;

        IEnumerable<string>? Texts(List<int>? ids) => ids?.Select(id =>
            stem.Contains('/') || random.Next(2) == 0 ? $"{stem}-{id}" : $"{char.ToUpperInvariant(stem[0])}{stem[1..]} {id}").ToList();
    }

    private static RandomFilter Organizations(Random random)
    {
        var roles = random.Next(2) == 0 ? Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, RandomGraph.Roles)).ToList() : null;
        var includeChildren = random.Next(2) == 0;
        var names = Names(random, "organizations", "organization", paper => Own(paper));
        var value = (Dictionary<string, object?>)names.Value["organizations"]!;
        var named = value["all"] is not null || value["any"] is not null || value["none"] is not null;
        value["roles"] = roles;
        value["includeChildren"] = includeChildren;
        return named || roles is null
            ? names
            : new(names.Value, paper => paper.Organizations.Any(edge => roles.Contains(edge.Role)));

        HashSet<int> Own(RandomPaper paper) =>
        [
            .. from root in Enumerable.Range(1, RandomGraph.Entities)
               where paper.Organizations.Any(edge => roles?.Contains(edge.Role) != false
                   && (includeChildren ? RandomGraph.IsBelow(edge.Organization, root) : edge.Organization == root))
               select root,
        ];
    }

    private static RandomFilter OneOf(Random random, string field, string[] all, Func<RandomPaper, string, bool> has)
    {
        var some = Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, all)).ToList();
        return new(One(field, some), paper => some.Exists(one => has(paper, one)));
    }

    private static RandomFilter AtLeast(Random random, string field, Func<RandomPaper, int?> count)
    {
        var least = random.Next(-2, 5);
        return new(One(field, least), paper => count(paper) >= least);
    }

    private static RandomFilter AuthorCount(Random random)
    {
        int? from = random.Next(3) == 0 ? null : random.Next(60);
        int? to = random.Next(3) == 0 ? null : random.Next(120);
        return new(
            One("authorCount", new Dictionary<string, object?> { ["from"] = from, ["to"] = to }),
            paper => paper.AuthorCount is { } count && !(count < from) && !(count > to));
    }

    private static RandomFilter Unknown(Random random)
    {
        var dimensions = Enumerable.Range(0, random.Next(3)).Select(_ => RandomDimension.Pick(random)).ToList();
        return new(
            One("unknown", dimensions.Select(dimension => dimension.Name)),
            paper => dimensions.TrueForAll(dimension => !dimension.Keys(paper).Any()));
    }

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];
}
