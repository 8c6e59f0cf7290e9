using System.Globalization;
using System.Text;

namespace PaperGraph.GraphQL.Language;

internal partial struct Lexer
{
    // StringValue :: `"` StringCharacter* `"`
    private Token ReadString()
    {
        StringBuilder? unescaped = null;
        var (index, copied) = (position + 1, position + 1);
        while (index < text.Length && !Characters.IsLineTerminator(text[index]))
        {
            switch (text[index])
            {
                case '"':
                    var value = unescaped is null ? text[copied..index] : unescaped.Append(text, copied, index - copied).ToString();
                    return Make(TokenKind.String, index + 1, value);
                case '\\':
                    (unescaped ??= new StringBuilder()).Append(text, copied, index - copied);
                    index += ReadEscape(index, unescaped);
                    copied = index;
                    break;
                default:
                    index += StringCharacterLength(index);
                    break;
            }
        }
        throw Error(index, "Unterminated string.");
    }

    // BlockString :: `"""` BlockStringCharacter* `"""`
    private Token ReadBlockString()
    {
        var (index, lines, lastLineStart) = (position + 3, 0, lineStart);
        while (index < text.Length)
        {
            var c = text[index];
            if (c == '"' && At(index + 1, '"') && At(index + 2, '"'))
            {
                var raw = text.AsSpan(position + 3, index - position - 3);
                var token = Make(TokenKind.BlockString, index + 3, BlockString.Parse(raw));
                line += lines;
                lineStart = lastLineStart;
                return token;
            }

            if (c == '\\' && At(index + 1, '"') && At(index + 2, '"') && At(index + 3, '"'))
            {
                index += 4;
            }
            else if (Characters.IsLineTerminator(c))
            {
                index = AfterLineTerminator(index);
                lines++;
                lastLineStart = index;
            }
            else
            {
                index += StringCharacterLength(index);
            }
        }
        throw Error(index, "Unterminated string.");
    }

    private readonly int StringCharacterLength(int index)
    {
        var length = Characters.LengthAt(text, index);
        return length != 0 ? length : throw Error(index, $"Invalid character within String: {Characters.Describe(text, index)}.");
    }

    /// <summary>Appends what the escape sequence at <paramref name="index"/> stands for, and tells its length.</summary>
    private readonly int ReadEscape(int index, StringBuilder target)
    {
        if (At(index + 1, 'u')) return At(index + 2, '{') ? ReadBracedEscape(index, target) : ReadFixedEscape(index, target);
        target.Append(index + 1 == text.Length ? throw InvalidEscape(index, 2) : text[index + 1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw InvalidEscape(index, 2),
        });
        return 2;
    }

    // EscapedUnicode :: `{` HexDigit+ `}`, here at most eight digits
    private readonly int ReadBracedEscape(int index, StringBuilder target)
    {
        const int MaxDigits = 8;
        var codePoint = 0L;
        var length = 3;
        for (; length <= 3 + MaxDigits && index + length < text.Length; length++)
        {
            var c = text[index + length];
            if (c == '}' && length > 3 && Characters.IsScalarValue((int)Math.Min(codePoint, int.MaxValue)))
            {
                target.Append(char.ConvertFromUtf32((int)codePoint));
                return length + 1;
            }
            if (!char.IsAsciiHexDigit(c)) break;
            codePoint = (codePoint * 16) + int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }
        throw InvalidUnicodeEscape(index, Math.Min(length + 1, 3 + MaxDigits + 1));
    }

    // EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit, twice where the first is the leading half of a surrogate pair
    private readonly int ReadFixedEscape(int index, StringBuilder target)
    {
        if (HexAt(index + 2) is { } first)
        {
            if (Characters.IsScalarValue(first))
            {
                target.Append((char)first);
                return 6;
            }

            if (char.IsHighSurrogate((char)first) && At(index + 6, '\\') && At(index + 7, 'u')
                && HexAt(index + 8) is { } second && char.IsLowSurrogate((char)second))
            {
                target.Append((char)first).Append((char)second);
                return 12;
            }
        }
        throw InvalidUnicodeEscape(index, 6);
    }

    private readonly int? HexAt(int index) =>
        index + 4 <= text.Length
        && int.TryParse(text.AsSpan(index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private readonly SyntaxException InvalidEscape(int index, int length) =>
        Error(index, $"Invalid character escape sequence: \"{Quoted(index, length)}\".");

    private readonly SyntaxException InvalidUnicodeEscape(int index, int length) =>
        Error(index, $"Invalid Unicode escape sequence: \"{Quoted(index, length)}\".");

    private readonly string Quoted(int index, int length) => Excerpt.From(text[index..Math.Min(index + length, text.Length)]);
}
