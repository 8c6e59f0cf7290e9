using System.Runtime.CompilerServices;

namespace PaperGraph.Sources;

/// <summary>What is done with items as they are read.</summary>
public static class SourceItemExtensions
{
    /// <summary>The same items; where reading one of them fails, the problem that this is comes last.</summary>
    /// <param name="tell">Gives the problem; null for what is to be thrown on.</param>
    public static async IAsyncEnumerable<SourceItem> EndingInProblem(
        this IAsyncEnumerable<SourceItem> items,
        Func<Exception, ReadProblem?> tell,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var read = items.GetAsyncEnumerator(cancellationToken);
        ReadProblem? problem;
        while (true)
        {
            (var more, problem) = await MoveNextAsync(read, tell, cancellationToken);
            if (!more) break;
            yield return read.Current;
        }
        if (problem is not null) yield return problem;
    }

    private static async ValueTask<(bool More, ReadProblem? Problem)> MoveNextAsync(
        IAsyncEnumerator<SourceItem> items, Func<Exception, ReadProblem?> tell, CancellationToken cancellationToken)
    {
        try
        {
            return (await items.MoveNextAsync(), null);
        }
        catch (ObjectDisposedException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever has cancelled does not wait for what is being read, and may close it.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (tell(exception) is { } problem)
        {
            return (false, problem);
        }
    }
}
