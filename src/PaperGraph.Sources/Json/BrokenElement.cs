using System.Text.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// An element that is not closed takes what stands behind it in its line along, which where an array is one line is all the rest. The
/// elements behind it are found again: objects, one behind the other, up to the end of the slice. Objects of a list within the broken
/// element are none, since there is more behind their list.
/// </summary>
internal static class BrokenElement
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 1_000 };

    public static IReadOnlyList<RecordSlice> Followers(RecordSlice slice)
    {
        var bytes = slice.Bytes;
        var span = bytes.Span;
        for (var at = NextObject(span, 0); at >= 0;)
        {
            var (ranges, end) = Chain(span, at);
            if (ranges.Count > 0 && IsEnd(span[end..])) return [.. ranges.Select(range => Slice(slice, range))];
            at = NextObject(span, Math.Max(end, at + 1));
        }
        return [];
    }

    /// <summary>Where the next object begins that stands behind another one and a comma; negative where there is none.</summary>
    private static int NextObject(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            if (bytes[at] != '{') continue;
            var before = bytes[..at].TrimEnd(" \t\r\n"u8);
            if (before is [.., (byte)','] && before[..^1].TrimEnd(" \t\r\n"u8) is [.., (byte)'}']) return at;
        }
        return -1;
    }

    /// <summary>Whole objects with commas between them, and where they end.</summary>
    private static (List<Range> Ranges, int End) Chain(ReadOnlySpan<byte> bytes, int from)
    {
        var ranges = new List<Range>();
        for (var at = from; ;)
        {
            if (Length(bytes[at..]) is not { } length) return (ranges, at);
            ranges.Add(at..(at + length));
            at += length;
            var rest = bytes[at..].TrimStart(" \t\r\n"u8);
            if (rest is not [(byte)',', ..]) return (ranges, at);
            var next = rest[1..].TrimStart(" \t\r\n"u8);
            if (next is not [(byte)'{', ..]) return (ranges, at);
            at = bytes.Length - next.Length;
        }
    }

    private static int? Length(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Lenient));
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether nothing follows but the end of the array.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> rest)
    {
        rest = rest.Trim(" \t\r\n,"u8);
        return rest is [] or [(byte)']'];
    }

    private static RecordSlice Slice(RecordSlice whole, Range range)
    {
        var before = whole.Bytes.Span[..range.Start.Value];
        var lines = before.Count((byte)'\n');
        return whole with
        {
            Bytes = whole.Bytes[range],
            Line = whole.Line + lines,
            Column = lines == 0 ? whole.Column + before.Length : before.Length - before.LastIndexOf((byte)'\n'),
            Problem = null,
        };
    }
}
