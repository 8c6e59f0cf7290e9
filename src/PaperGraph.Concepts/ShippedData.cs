using System.Security.Cryptography;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts;

/// <summary>The data files inside the assembly as a part of versions.</summary>
internal static class ShippedData
{
    private const int Digits = 8;

    /// <summary>Digits that follow from the bytes of some files.</summary>
    public static string Digest(params ReadOnlySpan<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = TsvResource.Open(typeof(ShippedData).Assembly, file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
