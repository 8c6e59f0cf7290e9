namespace PaperGraph.Data.Listings;

/// <summary>One document that was read: a saved page, a feed of one day, a dump.</summary>
public sealed class Page
{
    public long Id { get; init; }

    /// <summary>The kind of document: <c>daily-papers-text</c>, <c>hf-json</c>.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the content with its line ends normalised.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The name of the file from which the page was first read.</summary>
    public required string Name { get; init; }

    /// <summary>The day that the page is of.</summary>
    public DateOnly? ListedOn { get; set; }

    public bool ListedOnInferred { get; set; }

    /// <summary>The day on which the page was saved, where a person said so.</summary>
    public DateOnly? SavedOn { get; set; }

    /// <summary>The earliest time when what it states without a time was known to be so; null where that is not known.</summary>
    public DateTimeOffset? FirstWrittenAt { get; set; }

    /// <summary>The latest such time, by which it is believed.</summary>
    public DateTimeOffset? WrittenAt { get; set; }

    /// <summary>What <see cref="PageRow.Reading"/> was when all that stands on the page was stored; null until it is.</summary>
    public long? Reading { get; set; }

    public DateTimeOffset ImportedAt { get; init; }
}
