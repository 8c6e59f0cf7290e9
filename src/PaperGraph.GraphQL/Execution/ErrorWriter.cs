using System.Collections;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Errors as they stand in a response.</summary>
internal static class ErrorWriter
{
    /// <summary>The entry <c>errors</c> of an object; nothing where there are none.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0) return;
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors) Write(writer, error);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        WriteLocations(writer, error);
        WritePath(writer, error);
        WriteExtensions(writer, error);
        writer.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter writer, GraphQLError error)
    {
        if (error.Locations.IsDefaultOrEmpty) return;
        writer.WriteStartArray("locations"u8);
        foreach (var location in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, GraphQLError error)
    {
        if (error.Path is not null) WritePath(writer, "path", error.Path);
    }

    public static void WritePath(Utf8JsonWriter writer, string name, IEnumerable<object> path)
    {
        writer.WriteStartArray(name);
        foreach (var step in path)
        {
            if (step is int index) writer.WriteNumberValue(index);
            else writer.WriteStringValue((string)step);
        }
        writer.WriteEndArray();
    }

    private static void WriteExtensions(Utf8JsonWriter writer, GraphQLError error)
    {
        if (error.Code is null && error.Extensions is null) return;
        writer.WriteStartObject("extensions"u8);
        if (error.Code is not null) writer.WriteString("code"u8, error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (name == "code" && error.Code is not null) continue;
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case IReadOnlyDictionary<string, object?> entries:
                writer.WriteStartObject();
                foreach (var (name, entry) in entries)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, entry);
                }
                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(value.ToString()); break;
        }
    }
}
