using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Model;

/// <summary>Keys and hashes that fit into an index.</summary>
public static class ShortKey
{
    private const int MaxLength = 500;
    private const int HashDigits = 32;

    /// <summary>The key itself, or its beginning and a hash of the whole where it is longer than 500 characters.</summary>
    public static string Fit(string key)
    {
        if (key.Length <= MaxLength) return key;
        var cut = MaxLength - HashDigits;
        if (char.IsHighSurrogate(key[cut - 1])) cut--;
        return key[..cut] + Hash(key)[..HashDigits];
    }

    /// <summary>Computes a hash of a text as 64 hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
