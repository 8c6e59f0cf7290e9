using System.Diagnostics.CodeAnalysis;
using PaperGraph.Graph.Arguments;

namespace PaperGraph.Graph.Filters;

/// <summary>Patterns for <c>like</c> and <c>ilike</c> of words that a person types; null where none are given.</summary>
internal static class NamePattern
{
    /// <summary>Whatever has the words in it; their own <c>%</c>, <c>_</c> and <c>\</c> stand for themselves.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public static string? Containing(string? words, ArgumentPath at) => words is null ? null : $"%{Exactly(words, at)}%";

    /// <summary>A pattern that only the words themselves match.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public static string? Exactly(string? words, ArgumentPath at) => words is null
        ? null
        : Escape(TextArgument.Checked(words, at, FilterLimits.MaxName));

    /// <summary>A part of a pattern in which the words' own <c>%</c>, <c>_</c> and <c>\</c> stand for themselves.</summary>
    public static string Escape(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
