using System.Text;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Faults;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

/// <summary>One document to import: its name, and how it is opened.</summary>
/// <param name="name">The name by which the person who gave it knows it; problems and pages carry it.</param>
/// <param name="open">Called once. What it throws, or its stream, becomes a problem of the run.</param>
public sealed class ImportSource(string name, Func<Stream> open)
{
    private const int BufferBytes = 64 * 1024;

    private Stream? opened;

    public string Name => name;

    /// <summary>Why there is nothing to open; null where there is.</summary>
    public ReadProblem? Problem { get; private init; }

    /// <summary>The folder that was given, where this was found below it; null where it was given itself.</summary>
    public string? Folder { get; private init; }

    /// <summary>When it was written, which is when what it states was so; null where nobody knows.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>How many bytes it has; 0 before it is opened, and where that is not known, as of a pipe.</summary>
    internal long Length { get; private set; }

    /// <summary>Up to which byte it was read, the last time where that is done more than once.</summary>
    internal long Position => opened is { CanSeek: true } stream ? stream.Position : Length;

    /// <summary>The file at a path, which need not exist: then that is a problem of the run.</summary>
    public static ImportSource File(string path) => new(path, () => new FileStream(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes,
        FileOptions.Asynchronous | FileOptions.SequentialScan))
    {
        WrittenAt = FindWrittenAt(path),
    };

    /// <summary>A document that is at hand as text.</summary>
    public static ImportSource Text(string name, string text) =>
        new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));

    /// <summary>What was met where a document was looked for and cannot be one: a problem of the run.</summary>
    /// <param name="message">What is wrong: one sentence.</param>
    /// <param name="advice">What to do about it: one sentence.</param>
    public static ImportSource Unreadable(string name, string message, string advice) => new(name, () => Stream.Null)
    {
        Problem = new ReadProblem { File = name, Message = message, Advice = advice },
    };

    /// <summary>What cannot be read, wherever it was met.</summary>
    internal static ImportSource From(ReadProblem problem) => new(problem.File, () => Stream.Null) { Problem = problem };

    /// <summary>What is to be remembered of an address when all of it is stored; null where this is no address.</summary>
    internal FetchedContent? Content { get; init; }

    /// <summary>How far the walk has come when all of it is stored; null where this is no page of one.</summary>
    internal WalkStep? Step { get; init; }

    /// <summary>Whether it is an address that has what was stored of it already.</summary>
    internal bool IsUnmodified { get; init; }

    /// <summary>Whether it is what an API answers, whose format is not that of what was given.</summary>
    internal bool IsAnswer { get; init; }

    internal bool IsFetched => Content is not null || Step is not null || IsUnmodified;

    /// <summary>The same source, marked as found below a folder that was given.</summary>
    public ImportSource WithFolder(string folder) => new(name, open) { Problem = Problem, Folder = folder, WrittenAt = WrittenAt };

    /// <summary>
    /// What is found in it, with all that cannot be read of it as problems. A mistake of a reader that it brings to light is one, too, and
    /// ends it, but not the run.
    /// </summary>
    internal IAsyncEnumerable<SourceItem> ReadAsync(ImportOptions options, CancellationToken cancellationToken) =>
        Items(options, cancellationToken).EndingInProblem(
            fault => PaperFault.IsOne(fault)
                ? new ReadProblem
                {
                    File = name,
                    Message = $"It could not be read to its end, by a mistake of PaperGraph's: {ProblemTexts.For(fault)}.",
                    Advice = "What stands before is kept, and all other files are read; please report it.",
                }
                : null,
            cancellationToken);

    private IAsyncEnumerable<SourceItem> Items(ImportOptions options, CancellationToken cancellationToken) =>
        Problem is { } problem ? new[] { (SourceItem)problem }.ToAsyncEnumerable()
        : IsUnmodified ? AsyncEnumerable.Empty<SourceItem>()
        : PaperReaders.ReadAsync(
            Open,
            name,
            new ReadOptions
            {
                Format = IsAnswer ? null : options.Format,
                AsOf = options.AsOf,
                WrittenAt = WrittenAt,
                IsFound = Folder is not null,
            },
            cancellationToken);

    /// <summary>
    /// What cannot be looked at, as a path that leads nowhere, is a problem when it is opened. A time beyond all years that .NET knows,
    /// which a wrong clock may have written, is none.
    /// </summary>
    private static DateTimeOffset? FindWrittenAt(string path)
    {
        try
        {
            return System.IO.File.Exists(path) ? System.IO.File.GetLastWriteTimeUtc(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private Stream Open()
    {
        opened = open();
        if (opened.CanSeek) Length = opened.Length;
        return opened;
    }
}
