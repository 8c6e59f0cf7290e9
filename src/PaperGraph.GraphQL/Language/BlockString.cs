using System.Text;

namespace PaperGraph.GraphQL.Language;

/// <summary>The value of a block string, and a value as a block string.</summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";
    private const int MaxLengthOnOneLine = 70;

    /// <summary>BlockStringValue: the common indentation and the blank lines at both ends removed, escaped quotes resolved.</summary>
    public static string Parse(ReadOnlySpan<char> raw)
    {
        var text = raw.Contains(EscapedQuotes, StringComparison.Ordinal) ? raw.ToString().Replace(EscapedQuotes, Quotes) : raw;
        var (indent, first, last) = Measure(text);
        if (first < 0) return "";

        var result = new StringBuilder(text.Length);
        var rest = text;
        for (var number = 0; number <= last && TakeLine(ref rest, out var line); number++)
        {
            if (number < first) continue;
            if (number > first) result.Append('\n');
            result.Append(number == 0 ? line : line[Math.Min(indent, line.Length)..]);
        }
        return result.ToString();
    }

    /// <summary>
    /// <paramref name="value"/> in triple quotes, its further lines indented; null where no block string has that value, as with
    /// a blank first line or a carriage return.
    /// </summary>
    public static string? Print(string value, string indentation)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes);
        var oneLine = !value.Contains('\n');
        var startsIndented = value.Length > 0 && Characters.IsWhiteSpace(value[0]);
        var endsOpen = value.EndsWith('"') || value.EndsWith('\\');
        var body = oneLine && (startsIndented || (!endsOpen && value.Length <= MaxLengthOnOneLine))
            ? escaped + (endsOpen ? $"\n{indentation}" : "")
            : $"\n{Indent(escaped, indentation)}\n{indentation}";
        return Parse(body) == value ? $"{Quotes}{body}{Quotes}" : null;
    }

    private static string Indent(string lines, string indentation) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length == 0 ? line : indentation + line));

    /// <summary>The indentation that all lines but the first share, and the first and last line that is not blank (-1: none).</summary>
    private static (int Indent, int First, int Last) Measure(ReadOnlySpan<char> text)
    {
        var (indent, first, last) = (int.MaxValue, -1, -1);
        for (var number = 0; TakeLine(ref text, out var line); number++)
        {
            var leading = line.IndexOfAnyExcept(' ', '\t');
            if (leading < 0) continue;
            if (first < 0) first = number;
            last = number;
            if (number > 0) indent = Math.Min(indent, leading);
        }
        return (indent, first, last);
    }

    /// <summary>Cuts the first line off <paramref name="rest"/>; false once nothing is left.</summary>
    private static bool TakeLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        if (rest.IsEmpty)
        {
            line = default;
            return false;
        }
        var end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            line = rest;
            rest = default;
            return true;
        }
        line = rest[..end];
        rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        return true;
    }
}
