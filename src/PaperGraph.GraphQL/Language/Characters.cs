using System.Globalization;

namespace PaperGraph.GraphQL.Language;

/// <summary>The classes of characters that the grammar distinguishes.</summary>
internal static class Characters
{
    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    public static bool IsWhiteSpace(char c) => c is ' ' or '\t';

    public static bool IsLineTerminator(char c) => c is '\n' or '\r';

    /// <summary>Whether a code point may stand in a text: any but the surrogates.</summary>
    public static bool IsScalarValue(int codePoint) => codePoint is >= 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF;

    /// <summary>UTF-16 units of the character at <paramref name="index"/>: 1 or 2, or 0 where half of a pair is missing.</summary>
    public static int LengthAt(string text, int index)
    {
        if (!char.IsSurrogate(text[index])) return 1;
        return index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 0;
    }

    /// <summary>The character at <paramref name="index"/> as messages write it: itself if it can be seen, else its code point.</summary>
    public static string Describe(string text, int index)
    {
        if (index >= text.Length) return "<EOF>";
        if (text[index] == '"') return "'\"'";
        if (text[index] is >= ' ' and <= '~') return $"\"{text[index]}\"";
        var codePoint = LengthAt(text, index) == 2 ? char.ConvertToUtf32(text, index) : text[index];
        return string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}");
    }
}
