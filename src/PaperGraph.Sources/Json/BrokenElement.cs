using System.Text.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// An element that is not closed takes what stands behind it in its line along, which where an array is one line is all the rest. The
/// elements behind it are found again: objects that have most of the fields of a whole element before it. Where there was none, objects
/// one behind the other, up to the end of the slice: those of a list within the broken element are none, since there is more behind
/// their list.
/// </summary>
internal static class BrokenElement
{
    /// <summary>How often a byte is looked at, all in all: objects that lie in each other are many where each is broken.</summary>
    private const int MaxLooks = 50;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 1_000 };

    public static IReadOnlyList<RecordSlice> Followers(RecordSlice slice)
    {
        var bytes = slice.Bytes;
        var span = bytes.Span;
        if (slice.Recent?.Fields() is { Count: > 0 } fields)
            return [.. Alike(span, fields).Select(range => Slice(slice, range))];
        for (var at = NextObject(span, 0); at >= 0;)
        {
            var (ranges, end) = Chain(span, at);
            if (ranges.Count > 0 && IsEnd(span[end..])) return [.. ranges.Select(range => Slice(slice, range))];
            at = NextObject(span, Math.Max(end, at + 1));
        }
        return [];
    }

    /// <summary>Where the last element ends that stands behind a broken one; 0 where there is none.</summary>
    public static int EndOfLast(ReadOnlySpan<byte> bytes, RecentElements recent) =>
        recent.Fields() is { Count: > 0 } fields && Alike(bytes, fields) is [.., var last] ? last.End.Value : 0;

    /// <summary>The objects behind a broken element that have most of the fields of one of some.</summary>
    private static List<Range> Alike(ReadOnlySpan<byte> bytes, List<HashSet<string>> fields)
    {
        var ranges = new List<Range>();
        var looks = (long)MaxLooks * bytes.Length;
        for (var at = NextObject(bytes, 0, isBehindObject: false); at >= 0 && looks > 0;)
        {
            var (names, length) = RecentElements.ReadObject(bytes[at..]);
            looks -= length + 1;
            var isOne = names is not null && fields.Exists(known => 2 * names.Count(known.Contains) >= known.Count);
            if (isOne) ranges.Add(at..(at + length));
            at = NextObject(bytes, isOne ? at + length : at + 1, isBehindObject: false);
        }
        return ranges;
    }

    /// <summary>Where the next object begins that stands behind a comma; negative where there is none.</summary>
    /// <param name="isBehindObject">Whether another object has to stand before the comma.</param>
    private static int NextObject(ReadOnlySpan<byte> bytes, int from, bool isBehindObject = true)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            if (bytes[at] != '{') continue;
            var before = bytes[..at].TrimEnd(" \t\r\n"u8);
            if (before is [.., (byte)','] && (!isBehindObject || before[..^1].TrimEnd(" \t\r\n"u8) is [.., (byte)'}'])) return at;
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
