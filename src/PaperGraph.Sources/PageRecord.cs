using PaperGraph.Model;

namespace PaperGraph.Sources;

/// <summary>One page of listings. It comes before the papers on it, so that a page known already can be passed over.</summary>
public sealed record PageRecord : SourceItem
{
    /// <summary>The source, one of <see cref="SourceNames"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the file, as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// SHA-256 of what stands on the page, with line ends normalised, and in text without the blank lines around it. Two
    /// pages in one file have the hashes that they have alone.
    /// </summary>
    public required ContentHash Hash { get; init; }

    /// <summary>The day whose list this is; null where the page does not say.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>True where the year of <see cref="ListedOn"/> does not stand on the page and was not given, but inferred.</summary>
    public bool ListedOnInferred { get; init; }

    /// <summary>The day on which the page was saved, as given by <see cref="ReadOptions.AsOf"/>.</summary>
    public DateOnly? SavedOn { get; init; }

    /// <summary>When what stands on the page was so, where the file or whoever sent it says so; null where nobody does.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>When what stands on the page was so, as the file, whoever sent it, or a person states it.</summary>
    public DateTimeOffset? StatedAt => ObservedAt ?? UtcDay.StartOf(SavedOn);

    /// <summary>
    /// <see cref="ReadOptions.WrittenAt"/>, where the page is records: what they state without a time was so when they were written. Null
    /// for what was drawn as a page, whose day tells more than when somebody copied it.
    /// </summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>The line, counted from 1, on which the page begins in its file; null in JSON.</summary>
    public int? Line { get; init; }
}
