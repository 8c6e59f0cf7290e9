using System.Runtime.Intrinsics;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// Hashes of strings (FNV-1a) and of the templates that combine them, the same on every machine. They are written out here, and not
/// System.IO.Hashing's, because the shipped weights are indexed by them and eight words are hashed at once.
/// </summary>
internal static class FeatureHash
{
    public const uint Basis = 2166136261;

    private const uint Prime = 16777619;

    public static uint Compute(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>The hash of what was hashed so far and one more character.</summary>
    public static uint Append(uint hash, char c) => (hash ^ c) * Prime;

    /// <summary>Capitals as X, lower case as x, digits as 0, all else as it is; runs of one class once.</summary>
    public static uint ComputeShape(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        var last = '\0';
        foreach (var c in text)
        {
            var shape = GetShape(c);
            if (shape == last) continue;
            hash = (hash ^ shape) * Prime;
            last = shape;
        }

        return hash;
    }

    /// <summary>The template's number goes in first, then each of its values.</summary>
    public static Vector256<uint> Seed(uint template) => Vector256.Create((Basis ^ template) * Prime);

    public static Vector256<uint> Mix(Vector256<uint> hash, Vector256<uint> value)
    {
        hash = (hash ^ value) * 0x85ebca6b;
        hash ^= hash >> 15;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 13);
    }

    private static char GetShape(char c) => c switch
    {
        >= 'a' and <= 'z' => 'x',
        >= 'A' and <= 'Z' => 'X',
        _ => char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : c,
    };
}
