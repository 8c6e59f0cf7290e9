using GraphQL.DataLoader;

namespace PaperGraph.Benchmarks.Peer;

/// <summary>
/// A data loader of one request, as those of the package GraphQL.DataLoader, which is not on the feed: keys are collected until the
/// executor asks for the first result, and then fetched together.
/// </summary>
internal sealed class PeerBatch<TValue>(Func<IReadOnlyCollection<long>, CancellationToken, Task<ILookup<long, TValue>>> fetch)
{
    private readonly Lock gate = new();
    private Batch? collecting;

    public IDataLoaderResult Load<TResult>(long key, Func<IEnumerable<TValue>, TResult> convert)
    {
        lock (gate)
        {
            collecting ??= new Batch();
            collecting.Keys.Add(key);
            return new Result<TResult>(this, collecting, key, convert);
        }
    }

    private Task<ILookup<long, TValue>> FetchAsync(Batch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (collecting == batch) collecting = null;
            return batch.Values ??= fetch(batch.Keys, cancellationToken);
        }
    }

    private sealed class Batch
    {
        public HashSet<long> Keys { get; } = [];

        public Task<ILookup<long, TValue>>? Values { get; set; }
    }

    private sealed class Result<TResult>(PeerBatch<TValue> loader, Batch batch, long key, Func<IEnumerable<TValue>, TResult> convert)
        : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) =>
            convert((await loader.FetchAsync(batch, cancellationToken))[key]);
    }
}
