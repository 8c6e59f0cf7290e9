namespace PaperGraph.Concepts.Text;

/// <summary>A word between hyphens and white space: what names are compared by.</summary>
/// <param name="Token">The index of the token that it is a part of.</param>
/// <param name="Start">The offset in the text.</param>
internal readonly record struct WordPart(int Token, int Start, WordPiece Piece)
{
    public int Length => Piece.Length;

    public int End => Start + Piece.Length;

    /// <summary>The part in lower case and singular; punctuation stays as it is.</summary>
    public string Form => Piece.Form;

    /// <summary>The hash of the form.</summary>
    public uint Hash => Piece.Hash;

    public bool OpensToken => Piece.OpensWord;

    public bool ClosesToken => Piece.ClosesWord;

    public static List<WordPart> Split(List<Token> tokens)
    {
        var parts = new List<WordPart>(tokens.Count + 16);
        for (var i = 0; i < tokens.Count; i++)
            foreach (var piece in tokens[i].Word.Pieces) parts.Add(new WordPart(i, tokens[i].Start + piece.Offset, piece));
        return parts;
    }
}
