using System.Globalization;

namespace PaperGraph.Graph.Tests.Filters;

/// <summary>A dimension of groups, and what keys a paper has in it, told without SQL; none where nothing is known.</summary>
internal sealed record RandomDimension(string Name, Func<RandomPaper, IEnumerable<string>> Keys)
{
    public static IReadOnlyList<RandomDimension> All { get; } =
    [
        .. Periods("PUBLISHED", paper => [paper.PublishedOn]),
        .. Periods("LISTED", paper => paper.Listings.Select(listing => listing.ListedOn)),
        .. Periods("IMPORTED", paper => [DateOnly.FromDateTime(paper.ImportedAt)]),
        new("TOPIC", paper => Topics(paper, level: null)),
        new("TOPIC_FIRST_LEVEL", paper => Topics(paper, level: 1)),
        new("TOPIC_SECOND_LEVEL", paper => Topics(paper, level: 2)),
        new("TOPIC_THIRD_LEVEL", paper => Topics(paper, level: 3)),
        new("CONCEPT", paper => paper.Concepts.Select(id => $"concept-{id}")),
        new("CONCEPT_KIND", paper => paper.Concepts.Select(RandomGraph.KindOf)),
        new("ORGANIZATION", paper => paper.Organizations.Select(edge => $"organization-{edge.Organization}")),
        new("AUTHOR", paper => paper.Authors.Select(id => $"author-{id}")),
        new("REPOSITORY_HOST", paper => paper.Repositories.Select(RandomGraph.HostOf)),
        new("REPOSITORY", paper => paper.Repositories.Select(id => $"https://{RandomGraph.HostOf(id)}/owner/repository-{id}")),
        new("SOURCE", paper => paper.Listings.Select(listing => listing.Source)),
        new("HAS_CODE", paper => [paper.Repositories.Count > 0 ? "true" : "false"]),
        new("AUTHOR_COUNT", paper => paper.AuthorCount is { } count ? [Range(count)] : []),
    ];

    public static RandomDimension Pick(Random random) => All[random.Next(All.Count)];

    /// <summary>The keys of a paper's groups, each once.</summary>
    public IEnumerable<string> Groups(RandomPaper paper) => Keys(paper).Distinct().DefaultIfEmpty("(unknown)");

    private static IEnumerable<RandomDimension> Periods(string date, Func<RandomPaper, IEnumerable<DateOnly?>> days)
    {
        yield return Period("DAY", day => day);
        yield return Period("WEEK", day =>
        {
            while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(-1);
            return day;
        });
        yield return Period("MONTH", day => new DateOnly(day.Year, day.Month, 1));
        yield return Period("QUARTER", day => new DateOnly(day.Year, day.Month < 4 ? 1 : day.Month < 7 ? 4 : day.Month < 10 ? 7 : 10, 1));
        yield return Period("YEAR", day => new DateOnly(day.Year, 1, 1));

        RandomDimension Period(string interval, Func<DateOnly, DateOnly> start) => new(
            $"{date}_{interval}",
            paper => from day in days(paper)
                     where day is not null
                     select start(day.Value).ToString("O", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Topics(RandomPaper paper, int? level) =>
        from topic in Enumerable.Range(1, RandomGraph.Entities)
        where paper.Topics.Any(own => RandomGraph.IsBelow(own, topic))
        where level is null || level == Enumerable.Range(1, RandomGraph.Entities).Count(above => RandomGraph.IsBelow(topic, above))
        select $"topic-{topic}";

    private static string Range(int count) => count switch
    {
        <= 2 => count.ToString(CultureInfo.InvariantCulture),
        <= 5 => "3-5",
        <= 10 => "6-10",
        <= 20 => "11-20",
        <= 50 => "21-50",
        <= 100 => "51-100",
        _ => "101+",
    };
}
