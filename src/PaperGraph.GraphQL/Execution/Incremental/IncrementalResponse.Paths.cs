using System.Text.Json;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <content>The draft of 24 August 2022. What only announces or ends leaves nothing but <c>hasNext</c> here.</content>
internal sealed partial class IncrementalResponse
{
    private void WriteByPaths(Utf8JsonWriter writer)
    {
        var failed = Completed.FindAll(pending => pending.Failure is not null);
        if (Incremental.Count + failed.Count == 0) return;
        writer.WriteStartArray("incremental"u8);
        foreach (var part in Incremental) WriteByPath(writer, part);
        foreach (var pending in failed) WriteFailed(writer, pending);
        writer.WriteEndArray();
    }

    private void WriteByPath(Utf8JsonWriter writer, ResultPart part)
    {
        writer.WriteStartObject();
        WriteWhole(writer, part);
        WritePlace(writer, part.DeliveredBy!, part.Path);
        ErrorWriter.WriteErrors(writer, part.Errors);
        writer.WriteEndObject();
    }

    private static void WriteFailed(Utf8JsonWriter writer, PendingResult pending)
    {
        writer.WriteStartObject();
        writer.WriteNull(pending.FirstItem is null ? "data"u8 : "items"u8);
        WritePlace(writer, pending, pending.Path);
        ErrorWriter.WriteErrors(writer, pending.Failure!);
        writer.WriteEndObject();
    }

    /// <summary>The path of streamed items ends in the index of the first of them.</summary>
    private static void WritePlace(Utf8JsonWriter writer, PendingResult pending, IReadOnlyList<object> path)
    {
        ErrorWriter.WritePath(writer, "path", pending.FirstItem is { } first ? [.. path, first] : path);
        if (pending.Label is not null) writer.WriteString("label"u8, pending.Label);
    }
}
