using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What is looked for backwards, as a number to be indexed: the papers that hold a key, the keys whose decisions hang on another's. Two
/// may have one number, so that more is found than was meant, and never less.
/// </summary>
public static class CollectionReference
{
    /// <summary>Of papers that name a key, or say that a short form stands for it.</summary>
    public static int Holds(string key) => Create('=', key);

    /// <summary>Of papers that say what a short form stands for.</summary>
    public static int Defines(string shortKey) => Create('d', shortKey);

    /// <summary>Of short forms that papers say stand for a key.</summary>
    internal static int StandsFor(string longKey) => Create('l', longKey);

    /// <summary>Of keys whose phrase has a word that may be spelt out.</summary>
    internal static int HasWord(string shortKey) => Create('w', shortKey);

    /// <summary>Of keys that are what another key is.</summary>
    internal static int LeadsTo(string key) => Create('t', key);

    /// <summary>Of components whose concepts would have a slug.</summary>
    internal static int HasSlug(string slug) => Create('s', slug);

    private static int Create(char relation, string text)
    {
        var hash = XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()), relation);
        return unchecked((int)hash);
    }
}
