using System.Text.Json;

namespace PaperGraph.GraphQL.Http.Documents;

/// <summary>
/// Manifests of documents: Relay's, an object of ids and texts; and Apollo's, whose entry <c>operations</c> lists objects with
/// <c>id</c> and <c>body</c>.
/// </summary>
internal static class Manifests
{
    /// <exception cref="PersistedDocumentsException">The file is no manifest.</exception>
    public static Dictionary<string, string> Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("operations", out var operations)
                ? FromApollo(operations)
                : FromRelay(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PersistedDocumentsException(
                $"{file} is no manifest of documents: expected an object of ids and texts, or one whose entry \"operations\" lists objects "
                + $"with \"id\" and \"body\". {exception.Message}",
                exception);
        }
    }

    private static Dictionary<string, string> FromRelay(JsonElement entries)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries.EnumerateObject()) texts[entry.Name] = entry.Value.GetString()!;
        return texts;
    }

    private static Dictionary<string, string> FromApollo(JsonElement operations)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in operations.EnumerateArray())
            texts[operation.GetProperty("id").GetString()!] = operation.GetProperty("body").GetString()!;
        return texts;
    }
}
