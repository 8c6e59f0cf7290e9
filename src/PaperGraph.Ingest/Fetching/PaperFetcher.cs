using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Fetching.Walks;
using PaperGraph.Ingest.Reading;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Fetching;

/// <summary>
/// Gives what lies at addresses, and what APIs answer, as sources to import. Each is fetched whole before it is given. What was stored
/// before is asked for only if it has changed, and a walk through pages that was cut off goes on behind the last that is stored.
/// </summary>
public sealed class PaperFetcher : IAsyncDisposable
{
    /// <summary>How often an answer is asked for that comes whole and cannot be one.</summary>
    private const int MaxTries = 4;

    /// <summary>How often a walk begins again because the server has forgotten where it was.</summary>
    private const int MaxRestarts = 5;

    private readonly NpgsqlDataSource dataSource;
    private readonly ImportOptions options;
    private readonly FetchOptions settings;
    private readonly TimeProvider time;
    private readonly Fetcher fetcher;

    /// <param name="options">By which what is fetched will be imported.</param>
    public PaperFetcher(NpgsqlDataSource dataSource, ImportOptions options, FetchOptions settings, TimeProvider time)
        : this(dataSource, options, settings, time, transport: null)
    {
    }

    internal PaperFetcher(
        NpgsqlDataSource dataSource, ImportOptions options, FetchOptions settings, TimeProvider time, Func<HttpMessageHandler>? transport)
    {
        (this.dataSource, this.options, this.settings, this.time) = (dataSource, options, settings, time);
        fetcher = new Fetcher(settings, time, dataSource, transport);
    }

    /// <summary>What lies at an address, in whatever format.</summary>
    public async Task<ImportSource> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (WebAddress.Parse(address) is not { } target)
            return ImportSource.Unreadable(
                address, "This is no address that can be fetched.", "It looks like https://example.org/papers.json.");

        for (var tries = 1; ; tries++)
        {
            var fetched = await fetcher.FetchAsync(target, await FindKnownAsync(target, cancellationToken), cancellationToken);
            if (fetched.Body is not { } body) return Source(fetched, step: null);
            var damage = await WholeInput.FindDamageAsync(body, cancellationToken);
            body.Position = 0;
            if (damage is null) return Source(fetched, step: null);
            await fetched.DisposeAsync();
            if (tries == MaxTries) return ImportSource.From(Damaged(target, damage));
            await Task.Delay(settings.RetryDelay * tries, time, cancellationToken);
        }
    }

    /// <summary>The daily papers of Hugging Face from one day to another.</summary>
    public IAsyncEnumerable<ImportSource> FetchDailyAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        WalkAsync(new DailyWalk(settings.HuggingFace, from, to), cancellationToken);

    /// <summary>The papers that arXiv's API finds for a query, such as <c>au:vaswani AND ti:attention</c>.</summary>
    /// <param name="since">The first day of their submission; null for all.</param>
    public IAsyncEnumerable<ImportSource> FetchArxivQueryAsync(string query, DateOnly? since, CancellationToken cancellationToken) =>
        WalkAsync(new ArxivQueryWalk(settings.Arxiv, ArxivQueryWalk.Since(query, since)), cancellationToken);

    /// <summary>The papers of a category of arXiv, or of an archive, that are new or changed.</summary>
    /// <param name="since">The first day of their last change; null for all.</param>
    public IAsyncEnumerable<ImportSource> FetchArxivCategoryAsync(string category, DateOnly? since, CancellationToken cancellationToken) =>
        WalkAsync(
            new ArxivHarvestWalk(settings.ArxivOai, category, since, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            cancellationToken);

    /// <summary>The works of OpenAlex that pass a filter, in its own words: <c>primary_topic.id:T10181</c>.</summary>
    public IAsyncEnumerable<ImportSource> FetchOpenAlexAsync(string filter, CancellationToken cancellationToken) =>
        WalkAsync(new OpenAlexWalk(settings.OpenAlex, filter), cancellationToken);

    /// <summary>Papers by their identifiers. One that nobody knows is a problem of its line.</summary>
    public IAsyncEnumerable<ImportSource> FetchPapersAsync(
        IReadOnlyList<PaperReference> references, CancellationToken cancellationToken) =>
        new PaperLookup(dataSource, fetcher, settings, time).FetchAsync(references, cancellationToken);

    public ValueTask DisposeAsync() => fetcher.DisposeAsync();

    internal async IAsyncEnumerable<ImportSource> WalkAsync(
        ApiWalk walk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = await FetchStore.FindWalkAsync(dataSource, walk.Name, cancellationToken);
        var (next, restart) = (begun is null ? walk.First : new Uri(begun.Next), begun?.Restart);
        var seen = new HashSet<string>();
        var restarts = 0;
        for (var tries = 1; next is { } address; tries++)
        {
            var known = walk.HasLastingAddresses ? await FindKnownAsync(address, cancellationToken) : null;
            var fetched = await fetcher.FetchAsync(address, known, cancellationToken);
            var page = fetched switch
            {
                { Failure: { } failure } => WalkPage.Missing(failure),
                { Body: { } body } => walk.Read(address, restart, body),
                _ => new WalkPage { Next = walk.After(address) },
            };

            // What was to lead on may have been forgotten since the page before, or since the last time.
            var anew = page.IsForgotten && restart is not null && restarts++ < MaxRestarts ? new Uri(restart)
                : page.MayBeForgotten && begun is not null && seen.Count == 0 ? walk.First
                : null;
            if (anew is not null)
            {
                await fetched.DisposeAsync();
                if (anew == walk.First) begun = null;
                seen.Clear();
                (next, restart, tries) = (anew, null, 0);
                continue;
            }
            if (page.Failure is { } failed)
            {
                await fetched.DisposeAsync();
                var problem = failed.ToProblem(address);
                yield return ImportSource.From(fetched.Failure is null ? problem : GoesOn(problem));
                yield break;
            }
            if (page.Damage is { } damage)
            {
                await fetched.DisposeAsync();
                if (tries == MaxTries)
                {
                    yield return ImportSource.From(GoesOn(Damaged(address, damage)));
                    yield break;
                }
                await Task.Delay(settings.RetryDelay * tries, time, cancellationToken);
                continue;
            }

            seen.Add(address.AbsoluteUri);
            var isCircle = page.Next is { } following && seen.Contains(following.AbsoluteUri);
            if (fetched.Body is not null) fetched.Body.Position = 0;
            yield return Source(fetched, new WalkStep(walk.Name, isCircle ? null : page.Next?.AbsoluteUri, page.Restart));
            if (isCircle)
            {
                yield return ImportSource.From(new ReadProblem
                {
                    File = address.AbsoluteUri,
                    Message = $"What follows this page is one that was read before, {page.Next}.",
                    Advice = "The server leads in a circle; what it gave is stored.",
                });
                yield break;
            }
            (next, restart, tries) = (page.Next, page.Restart, 0);
        }
    }

    private ImportSource Source(Fetched fetched, WalkStep? step) => fetched.Failure is { } failure
        ? ImportSource.From(failure.ToProblem(fetched.Address))
        : new ImportSource(fetched.Address.AbsoluteUri, () => fetched.Body ?? Stream.Null)
        {
            Content = fetched.Content,
            Step = step,
            IsAnswer = step is not null,
            IsUnmodified = fetched.IsUnmodified,
            WrittenAt = time.GetUtcNow(),
        };

    private static ReadProblem Damaged(Uri address, string damage) => new()
    {
        File = address.AbsoluteUri,
        Message = $"What lies there is not what it should be: {damage}.",
        Advice = "Nothing of it was read. Try again later, or look at what the address gives.",
    };

    private static ReadProblem GoesOn(ReadProblem problem) =>
        problem with { Advice = $"{problem.Advice} The same command goes on with this page." };

    private async Task<KnownAddress?> FindKnownAsync(Uri address, CancellationToken cancellationToken)
    {
        var known = await FetchStore.FindAsync(dataSource, address.AbsoluteUri, cancellationToken);
        return known is not null && known.Reading == ReadingRules.Digest(options) ? known : null;
    }
}
