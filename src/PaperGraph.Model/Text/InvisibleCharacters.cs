using System.Buffers;

namespace PaperGraph.Model;

/// <summary>
/// Where a line may be broken or not, without being seen otherwise: zero-width blanks, word joiners, soft hyphens; byte
/// order marks inside a text, and marks of its direction.
/// </summary>
public static class InvisibleCharacters
{
    public static SearchValues<char> All { get; } = SearchValues.Create(
        "\u200B\u2060\u2061\u2062\u2063\u2064\uFEFF\u00AD\u180E\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static bool Contains(char letter) => All.Contains(letter);
}
