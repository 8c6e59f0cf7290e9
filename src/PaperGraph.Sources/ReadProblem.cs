namespace PaperGraph.Sources;

/// <summary>Something in the input that could not be read. What stands around it is read all the same.</summary>
public sealed record ReadProblem : SourceItem
{
    /// <summary>The longest <see cref="Words"/>; what is longer ends in an ellipsis.</summary>
    public const int MaxWords = 2_000;

    private readonly string words = "";

    /// <summary>One of <see cref="SourceNames"/>; null where the format was not recognised.</summary>
    public string? Source { get; init; }

    /// <summary>The name of the file, as it was given.</summary>
    public required string File { get; init; }

    /// <summary>The line, counted from 1; null where the problem is the file as a whole.</summary>
    public int? Line { get; init; }

    /// <summary>The column, counted from 1 in characters of a text and in bytes of JSON.</summary>
    public int? Column { get; init; }

    /// <summary>Whether a paper should stand there and none was read; true of the first problem of each such place alone.</summary>
    public bool IsRecord { get; init; }

    /// <summary>At how many other such places there are problems that are not told but only counted in this one.</summary>
    public int OtherRecords { get; init; }

    /// <summary>The text that could not be read; empty where there is none to show.</summary>
    public string Words
    {
        get => words;
        init => words = (value.Length <= MaxWords ? value : Prose.Start(value, MaxWords) + "…").Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>One sentence that says what was wrong.</summary>
    public required string Message { get; init; }

    /// <summary>One sentence that says what to do about it.</summary>
    public required string Advice { get; init; }
}
