namespace PaperGraph.GraphQL;

/// <summary>Cuts text of a client for messages: its beginning is kept, without half a character at the end.</summary>
public static class Excerpt
{
    /// <summary>The length of the text in UTF-16 code units.</summary>
    public const int MaxLength = 80;

    /// <summary>The text itself where it is short, else its beginning and an ellipsis.</summary>
    public static string From(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, WholeUpTo(text, MaxLength))}…";

    /// <summary>The length, no more than <paramref name="length"/>, that leaves no half of a surrogate pair at the end.</summary>
    public static int WholeUpTo(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
