namespace PaperGraph.GraphQL.Language;

/// <summary>Cuts a text into tokens, one at a time. A value: a copy of it reads the same tokens again.</summary>
internal partial struct Lexer(SourceText source)
{
    private readonly string text = source.Text;
    private int position;
    private int line = 1;
    private int lineStart;

    /// <summary>The next token that is not ignored; at the end of the text, again and again the end.</summary>
    public Token Next()
    {
        SkipIgnored();
        if (position == text.Length) return Make(TokenKind.EndOfFile, position);
        var c = text[position];
        if (Characters.IsNameStart(c)) return ReadName();
        if (Characters.IsDigit(c) || c == '-') return ReadNumber();
        return c switch
        {
            '"' => At(position + 1, '"') && At(position + 2, '"') ? ReadBlockString() : ReadString(),
            '.' when At(position + 1, '.') && At(position + 2, '.') => Make(TokenKind.Spread, position + 3),
            '!' => Make(TokenKind.ExclamationMark, position + 1),
            '$' => Make(TokenKind.Dollar, position + 1),
            '&' => Make(TokenKind.Ampersand, position + 1),
            '(' => Make(TokenKind.ParenthesisLeft, position + 1),
            ')' => Make(TokenKind.ParenthesisRight, position + 1),
            ':' => Make(TokenKind.Colon, position + 1),
            '=' => Make(TokenKind.Equal, position + 1),
            '@' => Make(TokenKind.At, position + 1),
            '[' => Make(TokenKind.BracketLeft, position + 1),
            ']' => Make(TokenKind.BracketRight, position + 1),
            '{' => Make(TokenKind.BraceLeft, position + 1),
            '|' => Make(TokenKind.Pipe, position + 1),
            '}' => Make(TokenKind.BraceRight, position + 1),
            '\'' => throw Error(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ when Characters.LengthAt(text, position) == 0 =>
                throw Error(position, $"Invalid character: {Characters.Describe(text, position)}."),
            _ => throw Error(position, $"Unexpected character: {Characters.Describe(text, position)}."),
        };
    }

    // Ignored :: UnicodeBOM, WhiteSpace, LineTerminator, Comment, Comma
    private void SkipIgnored()
    {
        while (position < text.Length)
        {
            switch (text[position])
            {
                case ' ' or ',' or '\t' or '\uFEFF':
                    position++;
                    break;
                case '\n' or '\r':
                    position = AfterLineTerminator(position);
                    line++;
                    lineStart = position;
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipComment()
    {
        while (position < text.Length && !Characters.IsLineTerminator(text[position]))
        {
            var length = Characters.LengthAt(text, position);
            if (length == 0) return;
            position += length;
        }
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token ReadName()
    {
        var end = position + 1;
        while (end < text.Length && Characters.IsNameContinue(text[end])) end++;
        return Make(TokenKind.Name, end);
    }

    // IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    // FloatValue :: IntegerPart FractionalPart? ExponentPart? [lookahead != {Digit, `.`, NameStart}]
    private Token ReadNumber()
    {
        var (end, isFloat) = (position, false);
        if (At(end, '-')) end++;
        if (At(end, '0'))
        {
            end++;
            if (end < text.Length && Characters.IsDigit(text[end]))
                throw Error(end, $"Invalid number, unexpected digit after 0: {Characters.Describe(text, end)}.");
        }
        else
        {
            end = AfterDigits(end);
        }

        if (At(end, '.'))
        {
            isFloat = true;
            end = AfterDigits(end + 1);
        }

        if (At(end, 'e') || At(end, 'E'))
        {
            isFloat = true;
            end++;
            if (At(end, '+') || At(end, '-')) end++;
            end = AfterDigits(end);
        }

        if (At(end, '.') || (end < text.Length && Characters.IsNameStart(text[end]))) throw DigitExpected(end);
        return Make(isFloat ? TokenKind.Float : TokenKind.Int, end);
    }

    private readonly int AfterDigits(int start)
    {
        if (start == text.Length || !Characters.IsDigit(text[start])) throw DigitExpected(start);
        var end = start + 1;
        while (end < text.Length && Characters.IsDigit(text[end])) end++;
        return end;
    }

    private readonly int AfterLineTerminator(int index) => index + (text[index] == '\r' && At(index + 1, '\n') ? 2 : 1);

    private readonly bool At(int index, char c) => index < text.Length && text[index] == c;

    private Token Make(TokenKind kind, int end, string? value = null)
    {
        var token = new Token(kind, new Location(position, end, line, position - lineStart + 1), value);
        position = end;
        return token;
    }

    private readonly SyntaxException DigitExpected(int index) =>
        Error(index, $"Invalid number, expected digit but got: {Characters.Describe(text, index)}.");

    private readonly SyntaxException Error(int index, string description) => new(description, source, source.GetLocation(index));
}
