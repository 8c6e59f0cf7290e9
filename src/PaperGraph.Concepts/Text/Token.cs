namespace PaperGraph.Concepts.Text;

internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,

    /// <summary>A formula between dollar signs, a TeX command, an HTML tag.</summary>
    Markup,

    Url,
}

/// <summary>A piece of the text. A hyphenated word is one token; its parts are made where they are asked for.</summary>
/// <param name="Start">In UTF-16 code units of the text that was read.</param>
/// <param name="Surface">As printed.</param>
/// <param name="Lower">In lower case, every kind of hyphen as "-".</param>
internal sealed record Token(TokenKind Kind, int Start, string Surface, string Lower)
{
    public int Length => Surface.Length;

    public int End => Start + Surface.Length;

    public bool IsWord => Kind == TokenKind.Word;
}

/// <summary>Tokens from <paramref name="First"/> up to but without <paramref name="End"/>.</summary>
internal readonly record struct TokenSpan(int First, int End)
{
    public int Count => End - First;
}
