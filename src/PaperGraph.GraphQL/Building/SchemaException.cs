namespace PaperGraph.GraphQL.Building;

/// <summary>A schema that cannot be built, with everything that is wrong with it and its bindings.</summary>
public sealed class SchemaException(IReadOnlyList<string> problems)
    : Exception($"The schema cannot be built:{string.Concat(problems.Select(problem => $"\n- {problem}"))}")
{
    /// <summary>One each, with what it is about and, where it is of the text, its line and column.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
