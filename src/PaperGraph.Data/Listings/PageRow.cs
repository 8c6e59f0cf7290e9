namespace PaperGraph.Data.Listings;

/// <summary>A page as it was read.</summary>
/// <param name="ContentHash">The SHA-256 hash of the page's content.</param>
/// <param name="SavedOn">The day on which the page was saved, where a person stated it.</param>
/// <param name="Reading">Tells by what rules it was read: with the same content, days and rules, the same is read from it.</param>
public sealed record PageRow(
    string Source,
    ReadOnlyMemory<byte> ContentHash,
    string Name,
    DateOnly? ListedOn = null,
    bool ListedOnInferred = false,
    DateOnly? SavedOn = null,
    long Reading = 0)
{
    /// <summary>When what it states without a time was so; null where that is not known.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}

/// <summary>A page as it is stored.</summary>
/// <param name="Stands">
/// Whether what was read from the page is to be stored. False where the page was read before with a saving date and now was
/// read without one: dates would get worse.
/// </param>
/// <param name="IsUnchanged">Whether all that can be read from the page is stored already, see <see cref="Page.Reading"/>.</param>
public sealed record UpsertedPage(long Id, bool IsNew, bool Stands, bool IsUnchanged)
{
    /// <summary>
    /// When what it states without a time was known to be so, by all files that there were of it; null where nobody knows.
    /// </summary>
    public WrittenSpan? Written { get; init; }
}

/// <summary>The times at which the first and the last of several files of one content were written.</summary>
public readonly record struct WrittenSpan(DateTimeOffset First, DateTimeOffset Last);
