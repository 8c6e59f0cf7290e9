using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PaperGraph.Sources;

/// <summary>The 32 bytes of a SHA-256, compared by value.</summary>
public readonly struct ContentHash(ImmutableArray<byte> bytes) : IEquatable<ContentHash>
{
    public ImmutableArray<byte> Bytes => bytes.IsDefault ? [] : bytes;

    /// <summary>SHA-256 of the bytes with CR LF and CR as LF.</summary>
    public static async Task<ContentHash> ComputeAsync(Stream stream, CancellationToken cancellationToken)
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

    public bool Equals(ContentHash other) => Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    public override int GetHashCode() => Bytes.Length < 4 ? 0 : BitConverter.ToInt32(Bytes.AsSpan());

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes.AsSpan());

    public static bool operator ==(ContentHash left, ContentHash right) => left.Equals(right);

    public static bool operator !=(ContentHash left, ContentHash right) => !left.Equals(right);
}
