using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace PaperGraph.Model;

/// <summary>
/// Letters that are written as something else: as commands of TeX (<c>\L</c>, <c>{\ss}</c>, <c>\"o</c>, <c>\H{o}</c>, <c>$\tau$</c>) or as
/// references of HTML (<c>&amp;amp;</c>, <c>&amp;eacute;</c>).
/// </summary>
public static class TexLetters
{
    public const string FileName = "tex-letters.tsv";

    private const int MaxReferenceLength = 10;

    private const string Accents = "'\"`^~=.";

    private const string LetterAccents = "Hckruvbdt";

    private static readonly FrozenDictionary<string, string> Table = Load();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Commands =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with each such letter as itself, without its accent. The same text where it holds none.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny('\\', '&')) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var letter = At(text, at);
            if (letter.Length > 0) plain.Append(letter.Text);
            else plain.Append(text[at]);
            at += Math.Max(1, letter.Length);
        }

        return plain.ToString();
    }

    /// <summary>
    /// The letter, or what else a reference of HTML means, that is written at a place of a text; of length 0 where there is none.
    /// </summary>
    public static WrittenLetter At(string text, int at) => text[at] switch
    {
        '\\' => Command(text, at),
        '{' or '$' => Enclosed(text, at),
        '&' => Reference(text, at),
        _ => default,
    };

    /// <summary>Reads a letter in braces or dollar signs: <c>{\L}</c>, <c>$\tau$</c>.</summary>
    private static WrittenLetter Enclosed(string text, int at)
    {
        if (at + 1 == text.Length || text[at + 1] != '\\') return default;
        var inner = Command(text, at + 1);
        var end = at + 1 + inner.Length;
        return inner.Length > 0 && end < text.Length && text[end] == (text[at] == '{' ? '}' : '$')
            ? inner with { Length = inner.Length + 2 }
            : default;
    }

    private static WrittenLetter Command(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var name = text.AsSpan(at + 1, end - at - 1);
        if (name.IsEmpty) return end < text.Length && Accents.Contains(text[end]) ? Accented(text, at, end + 1) : default;
        if (name.Length == 1 && LetterAccents.Contains(name[0]))
            return end < text.Length && text[end] == '{' ? Accented(text, at, end) : default;
        if (!Commands.TryGetValue(name, out var letter)) return default;

        if (IsGreek(letter[0])) return new WrittenLetter(letter, end - at);
        if (string.CompareOrdinal(text, end, "{}", 0, 2) == 0) end += 2;
        else if (end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1])) end++;
        return new WrittenLetter(letter, end - at);
    }

    /// <param name="start">The index at which the command begins.</param>
    /// <param name="at">Behind the accent: the letter that has it, in braces or not.</param>
    private static WrittenLetter Accented(string text, int start, int at)
    {
        var isEnclosed = at < text.Length && text[at] == '{';
        if (isEnclosed) at++;
        if (at >= text.Length) return default;
        var letter = text[at] == '\\' ? Command(text, at) : char.IsLetter(text[at]) ? new WrittenLetter(text[at].ToString(), 1) : default;
        at += letter.Length;
        if (letter.Length == 0 || isEnclosed && (at >= text.Length || text[at] != '}')) return default;
        return letter with { Length = at + (isEnclosed ? 1 : 0) - start };
    }

    private static WrittenLetter Reference(string text, int at)
    {
        var semicolon = text.AsSpan(at, Math.Min(MaxReferenceLength, text.Length - at)).IndexOf(';');
        if (semicolon < 3) return default;
        var reference = text.Substring(at, semicolon + 1);
        var decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? default : new WrittenLetter(decoded, reference.Length);
    }

    public static bool IsGreek(char letter) => letter is >= '\u0370' and <= '\u03ff';

    private static FrozenDictionary<string, string> Load()
    {
        var table = new Dictionary<string, string>();
        foreach (var row in TsvResource.Rows(typeof(TexLetters).Assembly, FileName, hasHeader: false))
            foreach (var command in row[1].Split(' ')) table.Add(command, row[0]);
        return table.ToFrozenDictionary();
    }
}

/// <param name="Text">What is meant; null where nothing is written.</param>
/// <param name="Length">The length of the TeX that writes it, in code units.</param>
public readonly record struct WrittenLetter(string? Text, int Length);
