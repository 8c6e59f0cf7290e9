namespace PaperGraph.Graph.Filters;

/// <summary>Patterns for <c>ilike</c> of words that a person types.</summary>
internal static class NamePattern
{
    /// <summary>Whatever has the words in it; their own <c>%</c>, <c>_</c> and <c>\</c> stand for themselves.</summary>
    public static string Containing(string words) => $"%{Exactly(words)}%";

    /// <summary>The words themselves.</summary>
    public static string Exactly(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
