namespace PaperGraph.GraphQL.Building;

/// <summary>A schema that cannot be built, with everything that is wrong with it and its bindings.</summary>
public sealed class SchemaException(IReadOnlyList<string> problems)
    : Exception($"The schema cannot be built:{string.Concat(problems.Select(problem => $"\n- {problem}"))}")
{
    /// <summary>One message for each problem, with what it is about and, for a problem of the text, its line and column.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
