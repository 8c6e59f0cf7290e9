using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Names of authors in citations are no names of concepts: "Brown et al. (2020)", "(Lee and Park, 2021)".</summary>
internal static class AuthorCitations
{
    private const int MaxAuthors = 5;

    /// <summary>Whether a token is a part of one: what goes on from it as names of persons ends in "et al" or in the year.</summary>
    public static bool IsPart(ReadOnlySpan<Token> tokens, int at)
    {
        if (tokens[at].Lower == "al" && at > 0 && (IsEt(tokens[at - 1]) || at > 1 && tokens[at - 1].Surface == "." && IsEt(tokens[at - 2])))
            return true;
        var names = 0;
        for (var i = at; i < Math.Min(tokens.Length, at + 2 * MaxAuthors); i++)
        {
            if (IsEt(tokens[i]) && IsAl(tokens, i + 1)) return true;
            if (names > 0 && IsYear(tokens[i]))
                return i + 1 < tokens.Length && tokens[i + 1].Surface is ")" or "]" or ";"
                    && (tokens[i - 1].Surface is "(" or "["
                        ? HasSeveral(tokens, at, i)
                        : tokens[i - 1].Surface == "," && IsBracketed(tokens, at));
            if (IsSurname(tokens[i])) names++;
            else if (!IsParticle(tokens[i]) && (names == 0 || !(tokens[i].Surface is "&" or "," or "(" or "[" || tokens[i].Lower == "and")))
                return false;
        }

        return false;
    }

    private static bool IsEt(Token token) => token.Lower == "et";

    private static bool IsAl(ReadOnlySpan<Token> tokens, int at)
    {
        if (at < tokens.Length && tokens[at].Surface == ".") at++;
        return at < tokens.Length && tokens[at].Lower == "al";
    }

    private static bool IsParticle(Token token) => token.Lower is "van" or "von" or "de" or "der" or "den" or "le" or "la";

    private static bool IsYear(Token token) =>
        token.Length is 4 or 5 && token.Surface.AsSpan(0, 2) is "19" or "20" && char.IsAsciiDigit(token.Surface[2])
            && char.IsAsciiDigit(token.Surface[3]);

    /// <summary>"Vaswani", "Liu-Jones"; not "BERT".</summary>
    private static bool IsSurname(Token token)
    {
        if (!token.IsWord || token.Length < 2 || !char.IsUpper(token.Surface[0])) return false;
        for (var i = 1; i < token.Length; i++)
            if (char.IsDigit(token.Surface[i]) || char.IsUpper(token.Surface[i]) && !Tokenizer.IsHyphen(token.Surface[i - 1])) return false;
        return true;
    }

    /// <summary>"Lee and Park (2021)": one name before a year may be that of anything, "Cityscapes (2016)".</summary>
    private static bool HasSeveral(ReadOnlySpan<Token> tokens, int first, int year)
    {
        for (var i = Math.Max(0, first - 1); i < year; i++)
            if (tokens[i].Lower == "and" || tokens[i].Surface == "&") return true;
        return false;
    }

    private static bool IsBracketed(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 2 * MaxAuthors); i--)
        {
            if (tokens[i].Surface is "(" or "[" or ";") return true;
            if (!IsSurname(tokens[i])
                && !(tokens[i].Surface is "," or "&" || tokens[i].Lower is "and" or "e.g" or "see" || IsParticle(tokens[i]))) return false;
        }

        return false;
    }
}
