using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PaperGraph.Sources.Json;

/// <summary>What JSON looks like from outside.</summary>
internal static class JsonContent
{
    /// <summary>Whether bytes begin as JSON and not as text in square brackets.</summary>
    public static bool Accepts(ReadOnlySpan<byte> probe)
    {
        var text = probe.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'{', ..]) return true;
        if (text is [(byte)'"', ..]) return text[1..].TrimStart(" \t"u8) is [(byte)'{', ..];
        if (text is not [(byte)'[', ..]) return false;
        var first = text[1..].TrimStart(" \t\r\n"u8);
        return first is [] or [(byte)'{' or (byte)'[' or (byte)']' or (byte)'"', ..] || first.StartsWith("null"u8);
    }

    /// <summary>SHA-256 of the bytes with CR LF and CR as LF.</summary>
    public static async Task<ContentHash> HashAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var afterReturn = false;
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var rest = buffer.AsMemory(0, length);
            if (afterReturn && rest.Span[0] == '\n') rest = rest[1..];
            afterReturn = buffer[length - 1] == '\r';
            for (int end; (end = rest.Span.IndexOf((byte)'\r')) >= 0;)
            {
                hash.AppendData(rest.Span[..end]);
                hash.AppendData("\n"u8);
                rest = rest[(end + 1)..];
                if (rest.Span is [(byte)'\n', ..]) rest = rest[1..];
            }
            hash.AppendData(rest.Span);
        }
        return new ContentHash(ImmutableArray.Create(hash.GetHashAndReset()));
    }
}
