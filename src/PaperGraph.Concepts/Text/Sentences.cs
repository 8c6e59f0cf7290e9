using System.Collections.Frozen;

namespace PaperGraph.Concepts.Text;

/// <summary>Spans of tokens that end in a full stop, question or exclamation mark that closes a sentence.</summary>
internal static class Sentences
{
    private static readonly FrozenSet<string> Abbreviated = new[]
    {
        "al", "approx", "ca", "cf", "e", "eq", "eqs", "etc", "fig", "figs", "g", "i", "no", "p", "ref", "resp", "sec", "vs", "w.r.t", "wrt",
    }.ToFrozenSet();

    public static List<TokenSpan> Split(List<Token> tokens)
    {
        var sentences = new List<TokenSpan>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Ends(tokens, i)) continue;
            var end = i + 1;
            while (end < tokens.Count && tokens[end].Kind == TokenKind.Punctuation && tokens[end].Start == tokens[end - 1].End
                   && tokens[end].Surface[0] is '"' or '\'' or ')' or ']' or '\u201d' or '.')
                end++;
            sentences.Add(new TokenSpan(first, end));
            first = end;
            i = end - 1;
        }

        if (first < tokens.Count) sentences.Add(new TokenSpan(first, tokens.Count));
        return sentences;
    }

    /// <summary>A mark that may end a sentence.</summary>
    public static bool IsMark(Token token) => token.Kind == TokenKind.Punctuation && token.Surface[0] is '.' or '?' or '!';

    private static bool Ends(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (!IsMark(token)) return false;
        if (at + 1 == tokens.Count) return true;
        if (tokens[at + 1].Start == token.End && tokens[at + 1].Kind != TokenKind.Punctuation) return false;
        if (token.Surface[0] != '.' || at == 0) return true;

        var before = tokens[at - 1];
        if (before.End != token.Start) return true;
        var next = tokens[at + 1].Surface[0];
        if (char.IsLower(next) && before.Lower != "etc") return false;
        return !Abbreviated.Contains(before.Lower) || before.Lower is "etc" or "al" && char.IsUpper(next) && at + 2 < tokens.Count;
    }
}
