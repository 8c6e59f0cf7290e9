using System.Net;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources;

/// <summary>Makes texts equal that differ only in how their lines are broken, or in what programs made of their letters.</summary>
internal static class Prose
{
    // Entities may be written by one program after the other.
    private const int MaxDecodings = 2;

    private const int MinRepeated = 10;

    /// <summary>One line: every run of white space becomes one blank; control characters and invisible ones go.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var blank = false;
        foreach (var letter in text)
        {
            if (IsBlank(letter))
            {
                blank = line.Length > 0;
                continue;
            }
            if (IsDropped(letter) || (IsJoiner(letter) && line.Length > 0 && IsLatin(line[^1]))) continue;
            if (blank) line.Append(' ');
            blank = false;
            line.Append(letter);
        }
        return line.ToString();
    }

    /// <summary>One line; null where nothing is in it.</summary>
    public static string? LineOrNull(string? text) => text is not null && Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>The text of a line in which programs may have written entities.</summary>
    public static string DecodedLine(string text)
    {
        // What cannot be seen may stand inside an entity.
        var line = Line(text);
        for (var times = 0; times < MaxDecodings && line.Contains('&', StringComparison.Ordinal); times++)
            line = Line(WebUtility.HtmlDecode(line));
        return line;
    }

    /// <summary>A line with its white space, as it was before programs wrote entities into it.</summary>
    public static string Decode(string line)
    {
        for (var times = 0; times < MaxDecodings && line.Contains('&', StringComparison.Ordinal); times++)
            line = WebUtility.HtmlDecode(line);
        return line.TrimEnd('\r');
    }

    /// <summary>The first half of a text whose second half is the same; any other text as it is.</summary>
    public static string Once(string text)
    {
        var half = text.Length / 2;
        var between = text.Length % 2;
        return half >= MinRepeated && (between == 0 || text[half] == ' ') && text.AsSpan(0, half).SequenceEqual(text.AsSpan(half + between))
            ? text[..half]
            : text;
    }

    /// <summary>Paragraphs, each one line; an empty line between two of them. Lines that are not empty belong together.</summary>
    public static string Paragraphs(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal)) return Line(text);

        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var cleaned = Line(line);
            if (cleaned.Length > 0)
            {
                if (paragraph.Length > 0) paragraph.Append(' ');
                paragraph.Append(cleaned);
            }
            else if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }
        }
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>The paragraphs; null where nothing is in them.</summary>
    public static string? ParagraphsOrNull(string? text) =>
        text is not null && Paragraphs(text) is { Length: > 0 } paragraphs ? paragraphs : null;

    /// <summary>The first characters of a text, not ending inside a surrogate pair.</summary>
    public static string Start(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    /// <summary>Whether nothing of a text can be seen.</summary>
    public static bool IsEmpty(string text)
    {
        foreach (var letter in text)
            if (!IsBlank(letter) && !IsDropped(letter)) return false;
        return true;
    }

    /// <summary>The text without NUL, which is nothing in any format, and which PostgreSQL cannot store.</summary>
    public static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter);

    // These cannot be seen, or PostgreSQL or a terminal cannot show them.
    private static bool IsDropped(char letter) => InvisibleCharacters.Contains(letter) || char.IsControl(letter);

    // Emoji are put together with joiners, and some scripts are written with them; Latin is not.
    private static bool IsJoiner(char letter) => letter is '\u200C' or '\u200D';

    private static bool IsLatin(char letter) => letter < '\u0250' && letter != ' ';
}
