using PaperGraph.Model;

namespace PaperGraph.Sources.Generated;

/// <summary>The facts of one made-up paper, of which each format states those that it has a place for.</summary>
internal sealed record MadeReference
{
    private static readonly string[] Given = ["Ada", "José", "Łukasz", "Søren", "Zoë", "Jean-Pierre", "Mei Ling", "A. B.", "Đorđe", "Cleo"];
    private static readonly string[] Family =
        ["Green", "Müller", "O'Neil", "Nuñez", "Ångström", "van der Berg", "Moss", "Kovač", "Weiß", "Li"];

    private static readonly string[] Words =
    [
        "meadows", "folding", "rivers", "of", "tokens", "sparse", "and", "quiet", "clocks", "under", "fences", "naïve", "maps", "at",
        "scale", "growth", "long-range", "pruning", "in", "gardens", "Bézier", "seeds", "over", "time", "100", "ways",
    ];

    public required string Title { get; init; }

    public required string Abstract { get; init; }

    /// <summary>Given name and family name.</summary>
    public required IReadOnlyList<(string Given, string Family)> Authors { get; init; }

    public required string ArxivId { get; init; }

    public required string Doi { get; init; }

    public required DateOnly Day { get; init; }

    public required int Upvotes { get; init; }

    public required int Comments { get; init; }

    /// <summary>The address of its repository; null where it has none.</summary>
    public string? Repository { get; init; }

    /// <summary>How many days later than others the record was changed, where it states when that was.</summary>
    public int Revised { get; init; }

    public IReadOnlyList<string> Names => [.. Authors.Select(author => $"{author.Given} {author.Family}")];

    public static IReadOnlyList<MadeReference> Make(int count, Random random) =>
        [.. Enumerable.Range(1, count).Select(number => MakeOne(number, random))];

    private static MadeReference MakeOne(int number, Random random)
    {
        var day = new DateOnly(2015, 1, 1).AddDays(random.Next(4_000));
        return new MadeReference
        {
            Title = Sentence(random, random.Next(3, 12)) + $": Part {number}",
            Abstract = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence(random, random.Next(4, 20)) + ".")),
            Authors = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (Pick(random, Given), Pick(random, Family)))],
            ArxivId = $"{day:yyMM}.{number:00000}",
            Doi = $"10.{random.Next(1_000, 9_999)}/made.{random.Next(100_000)}-{number}",
            Day = day,
            Upvotes = random.Next(500),
            Comments = random.Next(40),
        };
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Sentence(Random random, int words)
    {
        var text = string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(random, Words)));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
