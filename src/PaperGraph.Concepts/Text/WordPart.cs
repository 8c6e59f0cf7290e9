using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Text;

/// <summary>A word between hyphens and white space: what names are compared by.</summary>
/// <param name="Token">Index of the token it is a part of.</param>
/// <param name="Start">In the text.</param>
/// <param name="Form">Lower case, singular; punctuation as it is.</param>
internal readonly record struct WordPart(int Token, int Start, int Length, string Form, bool OpensToken, bool ClosesToken)
{
    /// <summary>Of the form.</summary>
    public uint Hash { get; } = FeatureHash.Of(Form);

    public int End => Start + Length;

    public static List<WordPart> Of(IReadOnlyList<Token> tokens)
    {
        var parts = new List<WordPart>(tokens.Count + 16);
        for (var i = 0; i < tokens.Count; i++) AddParts(parts, tokens[i], i);
        return parts;
    }

    private static void AddParts(List<WordPart> parts, Token token, int index)
    {
        if (!token.IsWord || !token.Lower.Contains('-'))
        {
            var form = token.IsWord ? WordForms.Singular(token.Lower, token.Surface) : token.Lower;
            parts.Add(new WordPart(index, token.Start, token.Length, form, true, true));
            return;
        }

        for (var at = 0; at < token.Length;)
        {
            var end = token.Lower.IndexOf('-', at);
            if (end < 0) end = token.Length;
            if (end > at)
            {
                var form = WordForms.Singular(token.Lower[at..end], token.Surface.AsSpan(at, end - at));
                parts.Add(new WordPart(index, token.Start + at, end - at, form, at == 0, end == token.Length));
            }

            at = end + 1;
        }
    }
}
