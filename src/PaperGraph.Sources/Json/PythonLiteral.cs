using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Values as Python's <c>repr</c> writes them: dictionaries, lists, tuples, sets, texts, numbers, <c>True</c>, <c>False</c>,
/// <c>None</c>, <c>nan</c>, and the calls by which objects are printed, such as <c>datetime.datetime(2024, 5, 6, 0, 0)</c>,
/// <c>array([…], dtype=object)</c> or a dataclass. JSON is read too, also with <c>NaN</c> in it, as Python writes it.
/// </summary>
internal sealed partial class PythonLiteral
{
    private const int MaxDepth = 60;

    /// <summary>How many values one may hold: each takes a hundred times the memory of the few letters that it is written in.</summary>
    private const int MaxValues = 500_000;

    private readonly string text;
    private int at;
    private int depth;
    private int values;
    private int calls;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>The value as JSON; null where the text is no such value, or not one alone.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a character.</exception>
    public static JsonElement? Parse(string text)
    {
        var parser = new PythonLiteral(text);
        if (!parser.TryValue(out var value)) return null;
        parser.SkipBlanks();
        return parser.at == text.Length ? JsonSerializer.SerializeToElement(value) : null;
    }

    private bool TryValue(out JsonNode? value)
    {
        value = null;
        SkipBlanks();
        if (at == text.Length || depth == MaxDepth || ++values > MaxValues) return false;
        depth++;
        var isValue = text[at] switch
        {
            '{' => TryBraces(out value),
            '[' => TryItems(']', out value),
            '(' => TryItems(')', out value),
            '<' => TryAngles(out value),
            '\'' or '"' => TryString(isRaw: false, out value),
            '-' or '+' or '.' or (>= '0' and <= '9') => TryNumber(out value),
            _ => TryName(out value),
        };
        depth--;
        return isValue;
    }

    /// <summary>A dictionary, or a set where no colon follows the first value.</summary>
    private bool TryBraces(out JsonNode? value)
    {
        var fields = new JsonObject();
        var items = new JsonArray();
        value = fields;
        for (at++; !Take('}');)
        {
            if (!TryValue(out var first)) return false;
            if (Take(':'))
            {
                if (items.Count > 0 || first is not JsonValue key || !TryValue(out var field)) return false;
                fields[key.GetValueKind() == JsonValueKind.String ? key.GetValue<string>() : key.ToJsonString()] = field;
            }
            else
            {
                if (fields.Count > 0) return false;
                items.Add(first);
                value = items;
            }
            if (Take(',')) continue;
            if (!IsNext('}')) return false;
        }
        return true;
    }

    /// <summary>A list or a tuple. Arrays of numpy print no commas.</summary>
    private bool TryItems(char end, out JsonNode? value)
    {
        var items = new JsonArray();
        value = items;
        for (at++; !Take(end);)
        {
            if (!TryValue(out var item)) return false;
            items.Add(item);
            Take(',');
        }
        return true;
    }

    /// <summary><c>&lt;NA&gt;</c> is pandas' unknown; others are objects that have no way of being written.</summary>
    private bool TryAngles(out JsonNode? value)
    {
        value = null;
        var end = text.IndexOf('>', at);
        if (end < 0) return false;
        var isUnknown = text.AsSpan(at, end + 1 - at).SequenceEqual("<NA>");
        if (!isUnknown && calls == 0) return false;
        if (!isUnknown) value = text[at..(end + 1)];
        at = end + 1;
        return true;
    }

    private bool TryNumber(out JsonNode? value)
    {
        value = null;
        var start = at;
        if (text[at] is '-' or '+') at++;
        if (at < text.Length && text[at] is 'i' or 'n' or 'I' or 'N') return TryName(out value) && value is null;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or 'e' or 'E'
            || (text[at] is '-' or '+' && text[at - 1] is 'e' or 'E'))) at++;
        if (at < text.Length && (char.IsLetter(text[at]) || text[at] == '_')) return false;

        // JSON knows neither 12. nor .5, which stand for 12.0 and 0.5.
        var number = text[start..at].TrimStart('+').Replace(".e", ".0e", StringComparison.OrdinalIgnoreCase);
        if (number.EndsWith('.')) number += "0";
        if (number.StartsWith('.')) number = "0" + number;
        try
        {
            value = JsonNode.Parse(number);
            return value is JsonValue;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Take(char expected)
    {
        if (!IsNext(expected)) return false;
        at++;
        return true;
    }

    private bool IsNext(char expected)
    {
        SkipBlanks();
        return at < text.Length && text[at] == expected;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
