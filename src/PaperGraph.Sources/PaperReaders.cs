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
    /// not understood is a problem, never an exception; only errors of the stream itself are thrown. Memory does not grow with
    /// the input: a stream that can be rewound is read twice, another is put aside first.
    /// </summary>
    /// <param name="stream">Read from where it stands; left open.</param>
    /// <param name="name">Named in pages and problems.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        Stream stream, string name, ReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new ReadOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        await using var input = await Input.OpenAsync(stream, options, cancellationToken);

        if (UnreadableInput.From(input) is { } unreadable)
        {
            yield return new ReadProblem { File = name, Message = unreadable.Message, Advice = unreadable.Advice };
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
            yield return new ReadProblem
            {
                File = name,
                Message = $"There are {problems - options.MaxProblems} more problems.",
                Advice = "Look at the first ones, and whether this is the file that was meant.",
            };
        }
        if (input.Damage is { } damage)
        {
            yield return new ReadProblem
            {
                File = name,
                Message = $"The compressed data ends before its end ({damage.TrimEnd('.')}).",
                Advice = "Get the file again; what stands before the damage is read.",
            };
        }
    }
}
