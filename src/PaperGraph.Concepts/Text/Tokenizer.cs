namespace PaperGraph.Concepts.Text;

/// <summary>
/// Cuts text into words, numbers, punctuation, markup and links, with offsets; white space is between them. Words hold
/// inner hyphens, apostrophes, "@" (pass@1), and a full stop or comma in front of a digit (Qwen2.5). Linear in the text.
/// </summary>
internal static class Tokenizer
{
    private const int LongestFormula = 120;

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
            tokens.Add(new Token(words?.Of(kind, text.AsSpan(at, end - at)) ?? new Word(kind, text[at..end]), at));
            at = end;
        }

        return tokens;
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013';

    private static (TokenKind Kind, int End) Next(string text, int at)
    {
        var c = text[at];
        if (c == '$' && FormulaEnd(text, at) is { } formula) return (TokenKind.Markup, formula);
        if (c == '\\') return Command(text, at);
        if (c == '<' && TagEnd(text, at) is { } tag) return (TokenKind.Markup, tag);
        if (LinkEnd(text, at) is { } link) return (TokenKind.Url, link);
        if (!IsWordPart(c)) return (TokenKind.Punctuation, at + 1);

        var end = WordEnd(text, at);
        return (IsNumber(text.AsSpan(at, end - at)) ? TokenKind.Number : TokenKind.Word, end);
    }

    private static int WordEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            if (IsWordPart(text[end]))
            {
                end++;
                continue;
            }

            if (end + 1 >= text.Length || !Joins(text, end)) break;
            end += 2;
        }

        while (end < text.Length && text[end] == '+' && end - at < 8) end++;
        return end;
    }

    /// <summary>Whether the character at <paramref name="at"/>, between two word parts, belongs to the word.</summary>
    private static bool Joins(string text, int at)
    {
        var next = text[at + 1];
        if (!IsWordPart(next)) return false;
        var c = text[at];
        if (IsHyphen(c) || c is '\'' or '\u2019' or '@' or '_') return true;
        return c is '.' or ',' && char.IsAsciiDigit(next) && (c == '.' || char.IsAsciiDigit(text[at - 1]));
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);

    private static bool IsMark(char c) =>
        c > '\u02ff' && char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsDigit(c) && c is not ('.' or ',') && !IsHyphen(c)) return false;
        return true;
    }

    private static int? FormulaEnd(string text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestFormula);
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
        if (text[at] is not ('h' or 'w' or 'g' or 'H' or 'W' or 'G') || at > 0 && IsWordPart(text[at - 1])) return null;
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
