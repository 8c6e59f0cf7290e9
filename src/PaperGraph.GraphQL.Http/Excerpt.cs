namespace PaperGraph.GraphQL.Http;

/// <summary>What a client sent, as far as it is told back: the beginning of it, without half a character at its end.</summary>
internal static class Excerpt
{
    private const int MaxLength = 100;

    public static string Of(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, WholeUpTo(text, MaxLength)), "…");

    /// <summary>The length that leaves no half of a surrogate pair behind, and is no more than <paramref name="length"/>.</summary>
    public static int WholeUpTo(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
