using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.DailyPapers;
using PaperGraph.Sources.HuggingFace;

namespace PaperGraph.Sources;

/// <summary>Reads papers from bytes of any format that is known.</summary>
public static class PaperReaders
{
    private static readonly IPaperReader[] Readers = [new HuggingFaceReader(), new DailyPapersReader()];

    /// <summary>
    /// Recognises the format by what the bytes are, and gives its pages, papers and problems in their order. Input that is
    /// not understood, cannot be opened, or cannot be read to its end, is a problem, never an exception. Memory does not grow with
    /// the input: a stream that can be rewound is read twice, another is put aside first.
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
        await using var items = ReadInputAsync(open, name, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        UnreadableInput? failure;
        while (true)
        {
            (var more, failure) = await MoveNextAsync(items);
            if (!more) break;
            yield return items.Current;
        }
        if (failure is not null) yield return Problem(name, failure.Message, failure.Advice);
    }

    private static async ValueTask<(bool More, UnreadableInput? Failure)> MoveNextAsync(IAsyncEnumerator<SourceItem> items)
    {
        try
        {
            return (await items.MoveNextAsync(), null);
        }
        catch (Exception exception) when (UnreadableInput.From(exception) is { } failure)
        {
            return (false, failure);
        }
    }

    private static async IAsyncEnumerable<SourceItem> ReadInputAsync(
        Func<Stream> open, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = open();
        await using var input = await Input.OpenAsync(stream, options, cancellationToken);
        if (UnreadableInput.From(input) is { } unreadable)
        {
            yield return Problem(name, unreadable.Message, unreadable.Advice);
            yield break;
        }

        var reader = Array.Find(Readers, reader => reader.Accepts(input.Probe.Span))!;
        var problems = 0;
        await foreach (var item in reader.ReadAsync(input, name, options, cancellationToken))
        {
            if (item is not ReadProblem || problems++ < options.MaxProblems) yield return item;
        }
        if (problems > options.MaxProblems)
        {
            yield return Problem(
                name, $"There are {problems - options.MaxProblems} more problems.",
                "Look at the first ones, and whether this is the file that was meant.");
        }
        if (input.Damage is { } damage)
        {
            yield return Problem(
                name, $"The compressed data ends before its end ({damage.TrimEnd('.')}).",
                "Get the file again; what stands before the damage is read.");
        }
    }

    private static ReadProblem Problem(string name, string message, string advice) =>
        new() { File = name, Message = message, Advice = advice };
}
