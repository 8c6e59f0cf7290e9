using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Reads papers from bytes of any format that is known.</summary>
public static class PaperReaders
{
    /// <summary>
    /// Recognises the format by what the bytes are, and gives its pages, papers and problems in their order. Input that is
    /// not understood, cannot be opened, or cannot be read to its end, is a problem, never an exception. What is compressed (gzip,
    /// Zstandard) is inflated as it is read, and each file in a zip archive is an input of its own. Memory does not grow with
    /// the input: a stream that can be rewound is read twice, another is put aside first, in memory or in a temporary file.
    /// </summary>
    /// <param name="open">Called once. The stream is read from where it stands, and closed.</param>
    /// <param name="name">The name of the file, as pages and problems state it.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        Func<Stream> open,
        string name,
        ReadOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new ReadOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var items = ReadInputAsync(open, name, options, cancellationToken).EndingInProblem(
            exception => UnreadableInput.From(exception) is { } failure ? Problem(name, failure.Message, failure.Advice) : null,
            cancellationToken);
        await foreach (var item in items) yield return item;
    }

    private static async IAsyncEnumerable<SourceItem> ReadInputAsync(
        Func<Stream> open, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var opened = open();
        await using var spool = opened.CanSeek ? null : await Spool.CopyAsync(opened, options.SpoolBytes, cancellationToken);
        var stream = spool ?? opened;
        if (await ZipArchiveInputs.IsZipAsync(stream, cancellationToken))
        {
            await foreach (var item in ZipArchiveInputs.ReadAsync(stream, name, options, ReadOneAsync, cancellationToken))
                yield return item;
            yield break;
        }

        var start = stream.Position;
        Stream Rewind()
        {
            stream.Position = start;
            return stream;
        }
        await using var input = await Input.OpenAsync(Rewind, options, archivedLength: null, cancellationToken);
        await foreach (var item in ReadOneAsync(input, name, options, cancellationToken)) yield return item;
    }

    private static async IAsyncEnumerable<SourceItem> ReadOneAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (UnreadableInput.From(input) is { } unreadable)
        {
            yield return Problem(name, unreadable.Message, unreadable.Advice);
            yield break;
        }
        if (options.Format is null && RefusedContent.Find(input.Probe) is { } refused)
        {
            yield return Problem(name, refused.Message, refused.Advice);
            yield break;
        }
        if (FormatRegistry.Find(options.Format, input.Probe) is not { } reader)
        {
            var unknown = UnknownContent.Describe(input.Probe);
            yield return Problem(name, unknown.Message, unknown.Advice);
            yield break;
        }

        var (problems, others) = (0, 0);
        await foreach (var item in reader.ReadAsync(input, name, options, cancellationToken))
        {
            if (item is not ReadProblem problem || problems++ < options.MaxProblems) yield return item;
            else if (problem.IsRecord) others++;
        }
        if (problems > options.MaxProblems)
        {
            var rest = Problem(
                name, $"There are {problems - options.MaxProblems} more problems.",
                "Look at the first ones, and whether this is the file that was meant.");
            yield return rest with { OtherRecords = others };
        }
        if (input.Damage is { } damage) yield return Problem(name, damage.Message, damage.Advice);
    }

    private static ReadProblem Problem(string name, string message, string advice) =>
        new() { File = name, Message = message, Advice = advice };
}
