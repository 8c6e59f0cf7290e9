using System.Text;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Records;

/// <summary>The bytes of one record, as they are cut out of the input.</summary>
/// <param name="Line">The line of its first byte, from 1.</param>
/// <param name="Column">The column of its first byte, from 1 and in bytes.</param>
/// <param name="Problem">Why these are not all its bytes; null where they are.</param>
internal readonly record struct RecordSlice(ReadOnlyMemory<byte> Bytes, int Line, int Column, string? Problem)
{
    private const int MaxWords = 300;

    /// <summary>The last elements of JSON before it that were whole; null in other formats.</summary>
    public RecentElements? Recent { get; init; }

    /// <summary>The beginning of the record, in one line.</summary>
    public string Words => Prose.Line(Encoding.UTF8.GetString(Bytes.Span[..Math.Min(Bytes.Length, MaxWords)]));
}
