using System.Runtime.CompilerServices;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>One document as a stream of what the readers find in it.</summary>
internal static class Document
{
    /// <summary>That it cannot be opened, or not be read to its end, is a problem like those of its content.</summary>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        ImportSource source, DateOnly? asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (source.Problem is { } problem)
        {
            yield return problem;
            yield break;
        }
        var (stream, trouble) = Open(source);
        if (stream is not null)
        {
            await using (stream)
            {
                var options = new ReadOptions { AsOf = asOf, IsFound = source.Folder is not null };
                await using var items = PaperReaders.ReadAsync(stream, source.Name, options, cancellationToken)
                    .GetAsyncEnumerator(cancellationToken);
                while (true)
                {
                    (var more, trouble) = await MoveNextAsync(items);
                    if (!more) break;
                    yield return items.Current;
                }
            }
        }
        if (trouble is not null) yield return Problem(source, trouble);
    }

    private static (Stream? Stream, Exception? Trouble) Open(ImportSource source)
    {
        try
        {
            return (source.Open(), null);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return (null, exception);
        }
    }

    private static async ValueTask<(bool More, Exception? Trouble)> MoveNextAsync(IAsyncEnumerator<SourceItem> items)
    {
        try
        {
            return (await items.MoveNextAsync(), null);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return (false, exception);
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static ReadProblem Problem(ImportSource source, Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => new()
        {
            File = source.Name,
            Message = "There is no such file.",
            Advice = "Check the path.",
        },
        UnauthorizedAccessException => new()
        {
            File = source.Name,
            Message = "It may not be read.",
            Advice = "Check its permissions, and that it is a file.",
        },
        _ => new()
        {
            File = source.Name,
            Message = $"It could not be read to its end: {trouble.Message.TrimEnd('.')}.",
            Advice = "What was read before is kept; import it again when it can be read.",
        },
    };
}
