using System.Globalization;
using System.Text.Json;

namespace PaperGraph.Tests.Grafana;

/// <summary>
/// What the Wild GraphQL plugin takes for frames, after its backend: a data path of objects and indexes that ends in objects, times by
/// RFC 3339 or as whole milliseconds, labels that are texts or numbers, fields of one type, and no error at all.
/// </summary>
internal static class WildGraphQLFrames
{
    /// <returns>Rows of fields by their paths, each with the labels of its frame.</returns>
    /// <exception cref="FormatException">The panel would show an error.</exception>
    public static List<(Dictionary<string, string> Labels, Dictionary<string, object?> Fields)> Parse(
        JsonElement answer, JsonElement option)
    {
        if (answer.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0) throw new FormatException($"errors: {errors}");

        var times = Each(option, "timeFields").Select(field => field.GetProperty("timePath").GetString()!).ToHashSet();
        var labels = Each(option, "labelOptions").ToList();
        var types = new Dictionary<string, Type>();
        var frames = new List<(Dictionary<string, string>, Dictionary<string, object?>)>();
        foreach (var row in Rows(answer.GetProperty("data"), option.GetProperty("dataPath").GetString()!))
        {
            var flat = new Dictionary<string, JsonElement>();
            Flatten(row, "", flat);
            var named = labels.ToDictionary(label => label.GetProperty("name").GetString()!, label => Label(label, flat));
            var excluded = labels.Where(IsExcluded).Select(label => label.GetProperty("value").GetString()!);
            var fields = flat.Where(field => !excluded.Contains(field.Key))
                .ToDictionary(field => field.Key, field => times.Contains(field.Key) ? Time(field.Value) : Value(field.Value));
            foreach (var (name, value) in fields)
            {
                if (value is not null && types.TryAdd(name, value.GetType()) is false && types[name] != value.GetType())
                    throw new FormatException($"{name} is of two types.");
            }
            frames.Add((named, fields));
        }
        return frames;
    }

    private static IEnumerable<JsonElement> Rows(JsonElement data, string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            data = data.ValueKind switch
            {
                JsonValueKind.Object when data.TryGetProperty(part, out var next) => next,
                JsonValueKind.Array when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at < data.GetArrayLength() => data[at],
                _ => throw new FormatException($"{part} of the data path is not there."),
            };
        }
        return data.ValueKind switch
        {
            JsonValueKind.Object => [data],
            JsonValueKind.Array when data.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object) => data.EnumerateArray(),
            _ => throw new FormatException($"{path} leads to no objects."),
        };
    }

    private static void Flatten(JsonElement value, string prefix, Dictionary<string, JsonElement> flat)
    {
        var members = value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(property => (property.Name, property.Value))
            : value.EnumerateArray().Select((item, at) => ($"{at}", item));
        foreach (var (name, member) in members)
        {
            if (member.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Flatten(member, $"{prefix}{name}.", flat);
            else flat[$"{prefix}{name}"] = member;
        }
    }

    private static string Label(JsonElement option, Dictionary<string, JsonElement> flat) =>
        flat.TryGetValue(option.GetProperty("value").GetString()!, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : throw new FormatException($"The label {option} is no text or number.");

    private static bool IsExcluded(JsonElement label) =>
        label.TryGetProperty("fieldConfig", out var config)
        && config.TryGetProperty("excludeFieldFromDataFrame", out var exclude)
        && exclude.GetBoolean();

    private static object? Time(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt64(out var milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        JsonValueKind.String when DateTimeOffset.TryParseExact(
            value.GetString(), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var time) => time,
        _ => throw new FormatException($"{value} is no time."),
    };

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        _ => value.GetBoolean(),
    };

    private static JsonElement[] Each(JsonElement option, string name) =>
        option.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
