using PaperGraph.Data.Fetching;

namespace PaperGraph.Ingest.Fetching;

/// <summary>What came of asking for an address: its content, that it is as it was, or why there is nothing.</summary>
internal sealed class Fetched : IAsyncDisposable
{
    private Fetched(Uri address) => Address = address;

    /// <summary>The address that was asked for, without what was added for whoever answers.</summary>
    public Uri Address { get; }

    /// <summary>All that was sent, from its beginning; null where there is nothing new.</summary>
    public Stream? Body { get; private init; }

    /// <summary>Null where there is no body.</summary>
    public FetchedContent? Content { get; private init; }

    /// <summary>Null where asking brought what was asked for.</summary>
    public FetchFailure? Failure { get; private init; }

    /// <summary>Whether the address has what it had when it was last stored.</summary>
    public bool IsUnmodified => Body is null && Failure is null;

    public static Fetched Whole(Uri address, Stream body, FetchedContent content) => new(address) { Body = body, Content = content };

    public static Fetched Unmodified(Uri address) => new(address);

    public static Fetched Failed(Uri address, FetchFailure failure) => new(address) { Failure = failure };

    public ValueTask DisposeAsync() => Body?.DisposeAsync() ?? ValueTask.CompletedTask;
}
