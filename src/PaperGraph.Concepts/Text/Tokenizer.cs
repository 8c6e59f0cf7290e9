using System.Globalization;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Text;

/// <summary>
/// Cuts text into words, numbers, punctuation, markup and links, with offsets; white space is between them. Words hold
/// inner hyphens, apostrophes, "@" (pass@1), a full stop or comma in front of a digit (Qwen2.5), and letters that TeX or HTML write
/// otherwise (<see cref="TexLetters"/>). Linear in the text.
/// </summary>
internal static class Tokenizer
{
    private const int MaxFormulaLength = 120;

    private static readonly string[] LinkStarts = ["https://", "http://", "www.", "github.com/", "huggingface.co/"];

    /// <param name="words">Where words are kept that the text may hold again; null for a short one.</param>
    public static List<Token> Tokens(string text, WordTable? words = null)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (kind, end) = Next(text, at);
            tokens.Add(new Token(words?.GetOrAdd(kind, text.AsSpan(at, end - at)) ?? new Word(kind, text[at..end]), at));
            at = end;
        }

        return tokens;
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013';

    private static (TokenKind Kind, int End) Next(string text, int at)
    {
        var c = text[at];
        if (c is '\\' or '{' or '$' or '&' && WrittenLetterLength(text, at) > 0) return (TokenKind.Word, WordEnd(text, at));
        if (c == '&' && TexLetters.At(text, at) is { Length: > 0 } reference) return (TokenKind.Punctuation, at + reference.Length);
        if (c == '$' && FormulaEnd(text, at) is { } formula) return (TokenKind.Markup, formula);
        if (c == '\\') return Command(text, at);
        if (c == '<' && TagEnd(text, at) is { } tag) return (TokenKind.Markup, tag);
        if (LinkEnd(text, at) is { } link) return (TokenKind.Url, link);
        if (IsMark(c) || PartLength(text, at) == 0) return (TokenKind.Punctuation, at + (IsPair(text, at) ? 2 : 1));

        var end = WordEnd(text, at);
        return (IsNumber(text.AsSpan(at, end - at)) ? TokenKind.Number : TokenKind.Word, end);
    }

    private static int WordEnd(string text, int at)
    {
        var end = at + PartLength(text, at);
        while (end < text.Length)
        {
            var length = text[end] == '$' ? 0 : PartLength(text, end);
            if (length == 0 && Joins(text, end)) length = 1 + PartLength(text, end + 1);
            if (length == 0) break;
            end += length;
        }

        while (end < text.Length && text[end] == '+' && end - at < 8) end++;
        return end;
    }

    /// <summary>Whether the character at <paramref name="at"/>, between two word parts, belongs to the word.</summary>
    private static bool Joins(string text, int at)
    {
        if (at + 1 == text.Length || PartLength(text, at + 1) == 0) return false;
        var next = text[at + 1];
        var c = text[at];
        if (IsHyphen(c) || c is '\'' or '\u2019' or '@' or '_') return true;
        return c is '.' or ',' && char.IsAsciiDigit(next) && (c == '.' || char.IsAsciiDigit(text[at - 1]));
    }

    /// <summary>How many characters the letter, digit or accent takes that is written at a place; 0 where none is.</summary>
    private static int PartLength(string text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return 1;
        if (c < '\u0080') return c is '\\' or '{' or '$' or '&' ? WrittenLetterLength(text, at) : 0;
        if (IsMark(c)) return 1;
        return IsPair(text, at) && Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
    }

    /// <summary>A Greek letter is a symbol of a formula, unless something hangs on it: <c>$\tau$-bench</c>.</summary>
    private static int WrittenLetterLength(string text, int at)
    {
        var written = TexLetters.At(text, at);
        if (written.Text is not { } letter || !char.IsLetter(letter[0])) return 0;
        var end = at + written.Length;
        if (!TexLetters.IsGreek(letter[0])) return text[at] == '$' ? 0 : written.Length;
        var hangs = at > 0 && IsHyphen(text[at - 1])
            || end + 1 < text.Length
            && (IsHyphen(text[end]) ? char.IsLetterOrDigit(text[end + 1]) : text[at] == '$' && char.IsLetterOrDigit(text[end]));
        return hangs ? written.Length : 0;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    /// <summary>An accent behind a letter; what only says how an emoji is drawn is none.</summary>
    private static bool IsMark(char c) =>
        c > '\u02ff' && c is not (>= '\ufe00' and <= '\ufe0f')
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsDigit(c) && c is not ('.' or ',') && !IsHyphen(c)) return false;
        return true;
    }

    private static int? FormulaEnd(string text, int at)
    {
        var limit = Math.Min(text.Length, at + MaxFormulaLength);
        for (var end = at + 1; end < limit; end++)
            if (text[end] == '$') return end > at + 1 ? end + 1 : null;
        return null;
    }

    private static (TokenKind Kind, int End) Command(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return end > at + 1 ? (TokenKind.Markup, end) : (TokenKind.Punctuation, Math.Min(text.Length, at + 2));
    }

    private static int? TagEnd(string text, int at)
    {
        var start = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        var end = start;
        while (end < text.Length && end - start < 10 && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end > start && end < text.Length && text[end] == '>' && char.IsAsciiLetterLower(text[start]) ? end + 1 : null;
    }

    private static int? LinkEnd(string text, int at)
    {
        if (text[at] is not ('h' or 'w' or 'g' or 'H' or 'W' or 'G') || at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        foreach (var start in LinkStarts)
        {
            if (string.Compare(text, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = at + start.Length;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>' or '{' or '}' or '|')) end++;
            while (end > at + start.Length && text[end - 1] is '.' or ',' or ';' or ':' or ')' or ']' or '!' or '?' or '\'') end--;
            return end;
        }

        return null;
    }
}
