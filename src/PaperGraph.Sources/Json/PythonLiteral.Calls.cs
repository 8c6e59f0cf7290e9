using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Json;

/// <summary>Names, and the calls by which <c>repr</c> prints objects.</summary>
internal sealed partial class PythonLiteral
{
    private readonly record struct Argument(string? Name, JsonNode? Value, string Source);

    private bool TryName(out JsonNode? value)
    {
        value = null;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.')) at++;
        var name = text[start..at];
        if (name.Length == 0) return false;

        // A letter before a quotation mark belongs to the text, as in b'…', u'…' and r'…'.
        if (at < text.Length && text[at] is '\'' or '"' && name.Length <= 2)
            return TryString(isRaw: name.Contains('r', StringComparison.OrdinalIgnoreCase), out value);
        if (at < text.Length && text[at] == '(') return TryCall(name, out value);
        switch (name)
        {
            case "None" or "null" or "nan" or "NaN" or "NaT" or "inf" or "Infinity":
                return true;
            case "True" or "true":
                value = true;
                return true;
            case "False" or "false":
                value = false;
                return true;
            default:
                value = name;
                return calls > 0;
        }
    }

    private bool TryCall(string name, out JsonNode? value)
    {
        value = null;
        if (!TryArguments(out var arguments)) return false;
        var positional = arguments.FindAll(argument => argument.Name is null);
        switch (name[(name.LastIndexOf('.') + 1)..])
        {
            case "datetime":
                return TryTime(positional, arguments.Find(argument => argument.Name == "tzinfo").Source, out value);
            case "date":
                return TryTime(positional, null, out value);
        }
        if (positional.Count > 0) value = positional[0].Value;
        else if (arguments.Count > 0) value = Fields(arguments);
        return true;
    }

    private bool TryArguments(out List<Argument> arguments)
    {
        arguments = [];
        calls++;
        for (at++; !Take(')');)
        {
            SkipBlanks();
            var keyword = KeywordPattern().Match(text, at);
            if (keyword.Success) at += keyword.Length;
            var start = at;
            if (!TryValue(out var value)) return false;
            arguments.Add(new Argument(keyword.Success ? keyword.Groups["name"].Value : null, value, text[start..at]));
            if (!Take(',') && !IsNext(')')) return false;
        }
        calls--;
        return true;
    }

    private static JsonObject Fields(List<Argument> arguments)
    {
        var fields = new JsonObject();
        foreach (var argument in arguments) fields[argument.Name!] = argument.Value;
        return fields;
    }

    /// <summary>A time in the form of ISO 8601. A time zone that is not known by its offset stays in it, and makes it unreadable.</summary>
    private static bool TryTime(List<Argument> positional, string? zone, out JsonNode? value)
    {
        value = null;
        var parts = new int[7];
        if (positional.Count is < 3 or > 7) return false;
        for (var index = 0; index < positional.Count; index++)
        {
            if (positional[index].Value is not JsonValue part || part.GetValueKind() != JsonValueKind.Number
                || !part.TryGetValue(out parts[index]) || parts[index] is < 0 or > 999_999) return false;
        }
        value = string.Create(
            CultureInfo.InvariantCulture,
            $"{parts[0]:0000}-{parts[1]:00}-{parts[2]:00}T{parts[3]:00}:{parts[4]:00}:{parts[5]:00}.{parts[6]:000000}{Offset(zone)}");
        return true;
    }

    private static string Offset(string? zone)
    {
        if (zone is null || UtcPattern().IsMatch(zone)) return "Z";
        if (OffsetPattern().Match(zone) is not { Success: true } offset) return " " + zone;
        var seconds = int.Parse(offset.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        if (offset.Groups["before"].Success) seconds -= 24 * 60 * 60;
        var minutes = Math.Abs(seconds) / 60;
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}");
    }

    [GeneratedRegex(@"\G(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex KeywordPattern();

    [GeneratedRegex(@"^(?:None|.*\b(?:utc|gmt|zulu)\b.*|tzutc\(\)|TzInfo\(0\)|<StaticTzInfo 'Z'>|.*timedelta\(0\)\))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UtcPattern();

    [GeneratedRegex(@"timedelta\((?<before>days=-1, )?seconds=(?<seconds>[0-9]{1,5})\)", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
