using System.Runtime.CompilerServices;

namespace PaperGraph.Ingest.Following;

/// <summary>Notes what could not be fetched of what passes through. A paper that cannot be read is no failure of following.</summary>
internal sealed class FailureWatch
{
    /// <summary>The first, as a sentence with its address; null where there is none.</summary>
    public string? First { get; private set; }

    public async IAsyncEnumerable<ImportSource> Watch(
        IAsyncEnumerable<ImportSource> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var source in sources.WithCancellation(cancellationToken))
        {
            if (source.Problem is { } problem) First ??= $"{problem.Message} ({problem.File})";
            yield return source;
        }
    }
}
