namespace PaperGraph.Concepts.Linking;

/// <summary>64 bits that tell whether something has changed, the same on every machine.</summary>
internal static class LinkDigest
{
    /// <summary>FNV-1a over the UTF-16 code units, then mixed.</summary>
    public static long Of(string text)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var unit in text) hash = (hash ^ unit) * 0x100000001b3;
        return Mix(hash);
    }

    public static long Of(params ReadOnlySpan<long> values)
    {
        var hash = 0L;
        foreach (var value in values) hash = Mix((ulong)(hash + value) + 0x9e3779b97f4a7c15);
        return hash;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static long Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return (long)(value ^ (value >> 31));
    }
}
