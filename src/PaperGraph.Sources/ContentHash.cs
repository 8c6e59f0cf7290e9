using System.Collections.Immutable;

namespace PaperGraph.Sources;

/// <summary>The 32 bytes of a SHA-256, compared by value.</summary>
public readonly struct ContentHash(ImmutableArray<byte> bytes) : IEquatable<ContentHash>
{
    public ImmutableArray<byte> Bytes => bytes.IsDefault ? [] : bytes;

    public bool Equals(ContentHash other) => Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    public override int GetHashCode() => Bytes.Length < 4 ? 0 : BitConverter.ToInt32(Bytes.AsSpan());

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes.AsSpan());

    public static bool operator ==(ContentHash left, ContentHash right) => left.Equals(right);

    public static bool operator !=(ContentHash left, ContentHash right) => !left.Equals(right);
}
