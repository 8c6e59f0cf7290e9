using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Ingest.Following;

/// <summary>A source that is looked at again and again.</summary>
/// <param name="Name">As <c>status</c> and logs name it.</param>
/// <param name="Fetch">Gives what there may be that is new.</param>
internal sealed record FollowedSource(
    string Name, TimeSpan Every, Func<PaperFetcher, FollowPeriod, CancellationToken, IAsyncEnumerable<ImportSource>> Fetch)
{
    public static IEnumerable<FollowedSource> From(FollowOptions options)
    {
        if (options.Daily)
        {
            yield return new FollowedSource("daily", options.DailyEvery, (fetcher, period, cancellationToken) =>
                fetcher.FetchDailyAsync(period.From(options.DailyDays), period.Today, cancellationToken));
        }

        // A record that changes while its day is harvested can slip past: the day before is harvested once more.
        foreach (var category in options.ArxivCategories)
        {
            yield return new FollowedSource($"arxiv {category}", options.ArxivEvery, (fetcher, period, cancellationToken) =>
                fetcher.FetchArxivCategoryAsync(category, period.Since?.AddDays(-1) ?? period.From(options.ArxivDays), cancellationToken));
        }
    }
}

/// <param name="Since">The day on which the source was last looked at to its end; null where it never was.</param>
internal readonly record struct FollowPeriod(DateOnly? Since, DateOnly Today)
{
    /// <summary>The first of the last days: so many, or back to when the source was last looked at where that is longer ago.</summary>
    public DateOnly From(int days)
    {
        var usual = Today.AddDays(1 - days);
        return Since is { } since && since < usual ? since : usual;
    }
}
