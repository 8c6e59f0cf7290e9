using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Listings;

/// <summary>Details of papers as the database keeps them: what is not stated is left out.</summary>
internal static class DetailsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    /// <summary>Null where nothing is stated.</summary>
    public static string? Write(PaperDetails? details) =>
        details is not null && JsonSerializer.Serialize(details, Options) is { Length: > 2 } json ? json : null;

    public static PaperDetails? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<PaperDetails>(json, Options);

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
                property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 } or IEnumerable<object> and not ICollection;
        }
    }
}
