using System.Buffers.Text;
using System.Text.Json;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Paging;

/// <summary>
/// The place of a row in an order: the values of the order's terms in that row. Written opaque, together with the names
/// of the terms, so that a cursor of another list or order is told from one of this.
/// </summary>
internal static class Cursor
{
    private const int MaxLength = 4096;

    public static string Write(IReadOnlyList<OrderTerm> order, IReadOnlyList<string> values)
    {
        using var bytes = new MemoryStream(96);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteStringValue(JoinNames(order));
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The values as parameters, one a term; null when the text is no cursor of this order.</summary>
    public static IReadOnlyList<SqlFragment>? Read(IReadOnlyList<OrderTerm> order, string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;

        string?[]? parts;
        try
        {
            parts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return null;
        }

        if (parts is null || parts.Length != order.Count + 1 || parts[0] != JoinNames(order)) return null;

        var parameters = new SqlFragment[order.Count];
        for (var i = 0; i < order.Count; i++)
            if (parts[i + 1] is not { } value || !order[i].TryParameter(value, out parameters[i])) return null;
        return parameters;
    }

    private static string JoinNames(IReadOnlyList<OrderTerm> order) =>
        string.Join(' ', order.Select(term => term.Descending ? term.Name + "-" : term.Name));
}
