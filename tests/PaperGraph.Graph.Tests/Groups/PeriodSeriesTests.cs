using System.Globalization;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Papers;
using Shouldly;
using Xunit;

namespace PaperGraph.Graph.Tests.Groups;

public sealed class PeriodSeriesTests
{
    /// <summary>Beside what sets of periods say, for random periods with papers and random ends that a filter asks for.</summary>
    [Fact]
    public void No_period_is_missing_and_each_has_its_numbers()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var interval = (Interval)random.Next((int)Interval.Month, (int)Interval.Year + 1);
            var dimension = PeriodDimension.Published(PaperDimension.PublishedDay + (int)interval, interval);
            var (low, high) = (random.Next(60), random.Next(60));
            DateOnly? from = random.Next(2) == 0 ? Start(low) : null, to = random.Next(2) == 0 ? Start(high) : null;
            var papers = Enumerable.Range(0, 60)
                .Where(i => random.Next(3) == 0 && !(Start(i) < from) && !(Start(i) > to)).Select(Start).ToList();
            var isUnknown = random.Next(3) == 0;
            int? last = random.Next(2) == 0 ? random.Next(1, 12) : null;
            var isDescending = last is null && random.Next(2) == 0;

            var series = new PeriodSeries(dimension, PaperFilter.Empty with { PublishedOn = new(from, to) }, isDescending);
            DateOnly[] known = isUnknown ? [DateOnly.MinValue, .. papers] : [.. papers];
            series.Complete(known, last);

            var ends = (From: from ?? (papers.Count > 0 ? papers[0] : null), To: to ?? (papers.Count > 0 ? papers[^1] : null));
            if (last is not null && ends.From is null && to is not null) ends.From = DateOnly.MinValue;
            var expected = Enumerable.Range(-20, 100).Select(Start).Where(start => start >= ends.From && start <= ends.To);
            if (last is { } most) expected = expected.TakeLast(most);
            if (isDescending) expected = expected.Reverse();
            var keys = expected.Select(start => start.ToString("O", CultureInfo.InvariantCulture))
                .Concat(isUnknown ? ["(unknown)"] : []).ToList();
            series.Keys(1_000).Select(key => key.Key).ShouldBe(keys, $"seed {seed}");
            series.Keys(3).Select(key => key.Key).ShouldBe(keys.Take(3), $"seed {seed}");
            // The number of a period is its day, that of the unknown one is below all, and that of one without papers is 0.
            series.Numbers(1_000, [.. known.Select(day => (double?)day.DayNumber - 1)], 0)
                .ShouldBe(keys.Select(key => (double?)(key == "(unknown)" ? -1 : NumberOf(key))), $"seed {seed}");

            DateOnly Start(int number) => interval switch
            {
                Interval.Month => new DateOnly(2020, 1, 1).AddMonths(number),
                Interval.Quarter => new DateOnly(2000, 1, 1).AddMonths(3 * number),
                _ => new DateOnly(1950 + number, 1, 1),
            };

            double NumberOf(string key)
            {
                var day = DateOnly.ParseExact(key, "O", CultureInfo.InvariantCulture);
                return papers.Contains(day) ? day.DayNumber - 1 : 0;
            }
        }
    }
}
