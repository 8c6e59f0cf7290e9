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

/// <summary>A piece of the text: an occurrence of a word. A hyphenated word is one token.</summary>
/// <param name="Start">In UTF-16 code units of the text that was read.</param>
internal readonly record struct Token(Word Word, int Start)
{
    public TokenKind Kind => Word.Kind;

    public string Surface => Word.Surface;

    public string Lower => Word.Lower;

    public int Length => Word.Surface.Length;

    public int End => Start + Word.Surface.Length;

    public bool IsWord => Word.Kind == TokenKind.Word;
}

/// <summary>Tokens from <paramref name="First"/> up to but without <paramref name="End"/>.</summary>
internal readonly record struct TokenSpan(int First, int End)
{
    public int Count => End - First;
}
