using System.Text.Json;

namespace PaperGraph.Sources.Json;

/// <summary>The last whole elements of an input, by whose fields those behind a broken one are known.</summary>
internal sealed class RecentElements
{
    /// <summary>Lists hold elements of more than one shape.</summary>
    private const int Kept = 4;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 1_000 };

    private readonly ReadOnlyMemory<byte>[] elements = new ReadOnlyMemory<byte>[Kept];
    private int next;

    public void Add(ReadOnlyMemory<byte> element)
    {
        elements[next] = element;
        next = (next + 1) % Kept;
    }

    /// <summary>The names of the fields of each that is an object.</summary>
    public List<HashSet<string>> Fields()
    {
        var fields = new List<HashSet<string>>();
        foreach (var element in elements)
            if (element.Span is [(byte)'{', ..] && ReadObject(element.Span).Names is { Count: > 0 } names) fields.Add(names);
        return fields;
    }

    /// <summary>The names of the fields of an object, null where it is broken, and how many bytes it has, or was found broken at.</summary>
    public static (HashSet<string>? Names, int Length) ReadObject(ReadOnlySpan<byte> bytes)
    {
        var names = new HashSet<string>();
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Lenient));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) names.Add(reader.GetString()!);
                else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0) return (names, (int)reader.BytesConsumed);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Where it breaks off, another may begin.
        }
        return (null, (int)reader.BytesConsumed);
    }
}
