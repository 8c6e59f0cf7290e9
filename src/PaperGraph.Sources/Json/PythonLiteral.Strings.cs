using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Json;

/// <summary>Texts, as https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences describes them.</summary>
internal sealed partial class PythonLiteral
{
    private bool TryString(bool isRaw, out JsonNode? value)
    {
        value = null;
        var letters = new StringBuilder();
        var quote = text[at++];
        while (at < text.Length)
        {
            var letter = text[at++];
            if (letter == quote)
            {
                var written = letters.ToString();
                if (HasHalfCharacter(written)) throw new InvalidOperationException("A text holds half a character.");
                value = written;
                return true;
            }
            if (letter != '\\' || isRaw) letters.Append(letter);
            else if (!TryEscape(letters)) return false;
        }
        return false;
    }

    private bool TryEscape(StringBuilder letters)
    {
        if (at == text.Length) return false;
        var letter = text[at++];
        switch (letter)
        {
            case '\n': return true;
            case 'x': return TryHexadecimal(letters, 2);
            case 'u': return TryHexadecimal(letters, 4);
            case 'U': return TryHexadecimal(letters, 8);
            case 'N': return false;
            case >= '0' and <= '7':
                letters.Append((char)Octal(letter - '0'));
                return true;
        }
        var plain = letter switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '\'' or '"' or '/' => letter,
            _ => '\0',
        };
        if (plain == '\0') letters.Append('\\').Append(letter);
        else letters.Append(plain);
        return true;
    }

    private int Octal(int value)
    {
        for (var more = 0; more < 2 && at < text.Length && text[at] is >= '0' and <= '7'; more++) value = (value * 8) + text[at++] - '0';
        return value;
    }

    private bool TryHexadecimal(StringBuilder letters, int digits)
    {
        if (at + digits > text.Length
            || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value is < 0 or > 0x10FFFF) return false;
        at += digits;
        if (value > char.MaxValue) letters.Append(char.ConvertFromUtf32(value));
        else letters.Append((char)value);
        return true;
    }

    private static bool HasHalfCharacter(string written)
    {
        for (var rest = written.AsSpan(); !rest.IsEmpty;)
        {
            var half = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (half < 0) return false;
            if (!Rune.TryGetRuneAt(written, written.Length - rest.Length + half, out _)) return true;
            rest = rest[(half + 2)..];
        }
        return false;
    }
}
