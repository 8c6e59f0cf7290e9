namespace PaperGraph.Concepts.Tagging;

/// <summary>Hashes of strings and of the templates that combine them (FNV-1a, with a final mix), the same on every machine.</summary>
internal static class FeatureHash
{
    private const uint Prime = 16777619;
    private const uint Basis = 2166136261;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>Capitals as X, lower case as x, digits as 0, all else as it is; runs of one class once.</summary>
    public static uint OfShape(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        var last = '\0';
        foreach (var c in text)
        {
            var shape = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (shape == last) continue;
            hash = (hash ^ shape) * Prime;
            last = shape;
        }

        return hash;
    }

    public static uint Mix(uint template, uint a) => Finish((Basis ^ template) * Prime ^ a);

    public static uint Mix(uint template, uint a, uint b) => Finish(Finish((Basis ^ template) * Prime ^ a) * Prime ^ b);

    public static uint Mix(uint template, uint a, uint b, uint c) => Finish(Mix(template, a, b) * Prime ^ c);

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
