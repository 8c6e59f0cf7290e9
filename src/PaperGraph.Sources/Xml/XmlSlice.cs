namespace PaperGraph.Sources.Xml;

/// <summary>The bytes of one element.</summary>
/// <param name="Line">The line of its first byte, from 1.</param>
/// <param name="Column">The column of its first byte, from 1 and in bytes.</param>
/// <param name="Problem">Why these are not all its bytes; null where they are.</param>
internal readonly record struct XmlSlice(ReadOnlyMemory<byte> Bytes, int Line, int Column, string? Problem);
