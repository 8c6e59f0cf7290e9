using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Values that were made text on their way: JSON within a string of JSON, and what Python prints of its dictionaries and lists,
/// as pandas writes them into columns.
/// </summary>
internal static partial class EmbeddedJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>What JSON or Python's way of writing it states; null where it is neither.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a character.</exception>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json, Func<string> text)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return PythonLiteral.Parse(text());
        }
    }

    /// <summary>The object or list that a text holds; the value itself where it is no such text.</summary>
    public static JsonElement Unwrap(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value;
        try
        {
            return value.GetString() is { } text && LooksLikeValue(text)
                && Parse(Encoding.UTF8.GetBytes(text), () => text) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } inner
                ? inner
                : value;
        }
        catch (InvalidOperationException)
        {
            return value;
        }
    }

    /// <summary>Whether a text begins as an object, a list, or a call that makes one.</summary>
    public static bool LooksLikeValue(string text) => BeginPattern().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:[{\[(]|[A-Za-z_][A-Za-z0-9_.]*\(['""{\[]|[A-Za-z_][A-Za-z0-9_.]*\([a-z_]+=)", RegexOptions.CultureInvariant)]
    private static partial Regex BeginPattern();
}
