using PaperGraph.Data.Groups;
using PaperGraph.Graph.Papers;

namespace PaperGraph.Graph.Groups;

/// <summary>Periods of one of the dates of a paper. A key is a period's first day.</summary>
internal sealed record PeriodDimension(PaperDimension Name, Interval Interval, string Key)
    : GroupDimension<DateOnly>(Name, "date '-infinity'", Key)
{
    /// <summary>The day that all edges of a paper <c>c</c> have.</summary>
    public const string Day = "c.published_order";

    /// <summary>Whether the periods are those of that day.</summary>
    public bool IsOfEdges { get; private init; }

    /// <summary>Makes the filter of the days from the first, included, to the second, excluded; null for the end of the calendar.</summary>
    public required Func<DateOnly, DateOnly?, FilterField> Filter { get; init; }

    /// <summary>The first and the last day that a filter asks for; null where it leaves an end open.</summary>
    public required Func<PaperFilter, (DateOnly? From, DateOnly? To)> Range { get; init; }

    public static PeriodDimension Published(PaperDimension name, Interval interval) =>
        new(name, interval, interval.Start(Day).Text)
        {
            IsOfEdges = true,
            IsUnknown = (sql, _) => sql.Append($"\n    and p.published_order = date '-infinity'"),
            Filter = (start, next) => Days("publishedOn", start, next),
            Range = where => (where.PublishedOn?.From, where.PublishedOn?.To),
        };

    public static PeriodDimension Listed(PaperDimension name, Interval interval)
    {
        const string Listings = "(select x.paper_id, x.listed_on from listings x where x.listed_on is not null)";
        return new(name, interval, $"coalesce({interval.Start("{0}.listed_on").Text}, '-infinity')")
        {
            Members = Listings,
            HasRepeats = true,
            IsUnknown = HasNone(Listings),
            Counted = new(CountedDimension.ListedDay, interval.Start("coalesce(nullif(c.value, '')::date, '-infinity')").Text)
            {
                HasRepeats = interval != Interval.Day,
                Again = interval switch
                {
                    Interval.Week => CountedDimension.ListedWeekAgain,
                    Interval.Month => CountedDimension.ListedMonthAgain,
                    Interval.Quarter => CountedDimension.ListedQuarterAgain,
                    Interval.Year => CountedDimension.ListedYearAgain,
                    _ => null,
                },
            },
            Filter = (start, next) => Days("listedOn", start, next),
            Range = where => (where.ListedOn?.From, where.ListedOn?.To),
        };
    }

    public static PeriodDimension Imported(PaperDimension name, Interval interval) =>
        new(name, interval, interval.Start("(c.imported_at at time zone 'UTC')::date").Text)
        {
            Column = PaperColumn.ImportedAt,
            Counted = new(CountedDimension.ImportedDay, interval.Start("c.value::date").Text) { HasRepeats = interval != Interval.Day },
            IsUnknown = (sql, _) => sql.Append($"\n    and false"),
            Filter = (start, next) => new FilterField(
                "importedAt",
                next is { } end ? $"{{ from: {Midnight(start)}, to: {Midnight(end)} }}" : $"{{ from: {Midnight(start)} }}"),
            Range = where => (
                where.ImportedAt?.From is { } from ? DateOnly.FromDateTime(from) : null,
                where.ImportedAt?.To is { } to && to > DateTime.MinValue ? DateOnly.FromDateTime(to.AddTicks(-1)) : null),
        };

    /// <summary>The first period and the last that a filter asks for, where it says so.</summary>
    public (DateOnly? First, DateOnly? Last) Periods(PaperFilter? where)
    {
        if (where is null) return default;
        var (from, to) = Range(where);
        return (Start(from), Start(to));

        // The ends of the calendar are those of time for PostgreSQL, where no series begins or ends.
        DateOnly? Start(DateOnly? day) =>
            day is { } given && given < DateOnly.MaxValue && Interval.Start(given) is var start && start > DateOnly.MinValue ? start : null;
    }

    public override GroupKey Describe(DateOnly key) => key == DateOnly.MinValue ? new UnknownKey(Name) : new PeriodKey(this, key);

    private static FilterField Days(string field, DateOnly start, DateOnly? next) => new(
        field,
        next is { } end
            ? $"{{ from: {FilterText.Literal(start)}, to: {FilterText.Literal(end.AddDays(-1))} }}"
            : $"{{ from: {FilterText.Literal(start)} }}");

    private static string Midnight(DateOnly day) => $"\"{Scalars.Write(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))}\"";
}
