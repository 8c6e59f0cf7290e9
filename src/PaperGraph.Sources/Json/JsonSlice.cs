namespace PaperGraph.Sources.Json;

/// <summary>The bytes of one element.</summary>
/// <param name="Line">Of its first byte, from 1.</param>
/// <param name="Column">Of its first byte, from 1, in bytes.</param>
/// <param name="Problem">Why these are not all its bytes; null where they are.</param>
internal readonly record struct JsonSlice(ReadOnlyMemory<byte> Bytes, int Line, int Column, string? Problem);
