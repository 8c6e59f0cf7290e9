namespace PaperGraph.Data.Groups;

/// <summary>What papers are counted by.</summary>
public enum CountedDimension
{
    /// <summary>Nothing: all papers.</summary>
    Paper,

    Concept,

    ConceptKind,

    /// <summary>A topic or one below it. The rows -2 and -3 are of the papers that have no topic of that level of the tree.</summary>
    Topic,

    Organization,

    Author,

    Repository,

    RepositoryHost,

    Source,

    /// <summary>Whether a repository is known: true or false.</summary>
    HasCode,

    /// <summary>The least number of a range, as <see cref="GroupMembershipsSql.AuthorRange"/> tells; -1 where it is not known.</summary>
    AuthorCount,

    /// <summary>A day on which a page listed it.</summary>
    ListedDay,

    /// <summary>
    /// A day on which a page listed it that is not the first in its week: a week has as many papers as its days have together, less these.
    /// </summary>
    ListedWeekAgain,

    /// <summary>The same of months.</summary>
    ListedMonthAgain,

    /// <summary>The same of quarters.</summary>
    ListedQuarterAgain,

    /// <summary>The same of years.</summary>
    ListedYearAgain,

    /// <summary>The day in UTC on which it was stored first.</summary>
    ImportedDay,
}

/// <summary>How long the time is of which papers are counted.</summary>
public enum CountedPeriod
{
    Day,

    Month,

    /// <summary>All time.</summary>
    All,
}

public static class KeptCounts
{
    public static IReadOnlyList<CountedDimension> All { get; } = Enum.GetValues<CountedDimension>();

    /// <summary>Those that a number tells, the others being told by a word.</summary>
    internal static IReadOnlyList<CountedDimension> OfTargets { get; } =
    [
        CountedDimension.Concept, CountedDimension.Topic, CountedDimension.Organization, CountedDimension.Author,
        CountedDimension.Repository, CountedDimension.AuthorCount,
    ];

    /// <summary>
    /// Whether there are so many that few days have two papers of one, and that a list of all is never read where a page is asked for.
    /// </summary>
    public static bool IsOfMany(this CountedDimension dimension) => dimension
        is CountedDimension.Concept or CountedDimension.Organization or CountedDimension.Author or CountedDimension.Repository;

    /// <summary>Whether it is a day itself, but not the papers' own, by whose days and months it is not counted besides.</summary>
    private static bool IsOtherDay(this CountedDimension dimension) => dimension >= CountedDimension.ListedDay;

    /// <summary>Whether papers are counted so by periods of that length; an author has hardly two papers in a month.</summary>
    public static bool IsKeptBy(this CountedDimension dimension, CountedPeriod period) => period switch
    {
        CountedPeriod.Day => !dimension.IsOfMany() && !dimension.IsOtherDay(),
        CountedPeriod.Month => dimension != CountedDimension.Author && !dimension.IsOtherDay(),
        _ => true,
    };

    /// <summary>Whether what many papers have of it may be a <see cref="GroupHub"/>: what a filter names by itself.</summary>
    public static bool MayBeHub(this CountedDimension dimension) => dimension
        is CountedDimension.Concept or CountedDimension.Topic or CountedDimension.Organization or CountedDimension.HasCode;

    /// <summary>
    /// Whether the papers of a hub are counted so by periods of that length. By authors they are not: each has few papers of a hub, so that
    /// there would be as many rows as authors of papers; nor by months and what there are many of.
    /// </summary>
    public static bool IsKeptOfHubs(this CountedDimension dimension, CountedPeriod period) =>
        dimension is not (CountedDimension.Paper or CountedDimension.Author) && period switch
        {
            CountedPeriod.Day => false,
            CountedPeriod.Month => dimension.IsKeptBy(CountedPeriod.Month) && !dimension.IsOfMany(),
            _ => true,
        };
}
