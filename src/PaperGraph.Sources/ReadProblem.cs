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

    /// <summary>Counted from 1; null where the problem is the file as a whole.</summary>
    public int? Line { get; init; }

    /// <summary>Counted from 1: characters in text, bytes in JSON.</summary>
    public int? Column { get; init; }

    /// <summary>The text that could not be read; empty where there is none to show.</summary>
    public string Words
    {
        get => words;
        init => words = (value.Length <= MaxWords ? value : Prose.Start(value, MaxWords) + "…").Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>What was wrong: one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it: one sentence.</summary>
    public required string Advice { get; init; }
}
