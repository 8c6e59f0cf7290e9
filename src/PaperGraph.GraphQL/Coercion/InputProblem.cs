namespace PaperGraph.GraphQL.Coercion;

/// <summary>An input value that does not fit its type. Null paths are the whole value.</summary>
internal sealed record InputProblem(InputPath? Path, string Message)
{
    public string Code { get; init; } = ErrorCodes.BadUserInput;

    /// <summary>The message with what it is about in front: <c>Variable "$where" at "text": …</c></summary>
    public string About(string subject) =>
        Path is null ? $"{subject}: {Message}" : $"{subject} at \"{Excerpt.From(Path.ToString())}\": {Message}";
}
