using System.Reflection;
using System.Security.Cryptography;
using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>The data files inside the assembly, and the tables of letters beside it, as a part of versions.</summary>
internal static class ShippedData
{
    private const int Digits = 8;

    /// <summary>A digest of the bytes of some shipped files, as hexadecimal digits.</summary>
    public static string Digest(params ReadOnlySpan<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = TsvResource.Open(AssemblyWith(file), file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }

    /// <summary>The rows of a table behind its header.</summary>
    public static IEnumerable<string[]> Rows(string file) => TsvResource.Rows(typeof(ShippedData).Assembly, file, hasHeader: true);

    private static Assembly AssemblyWith(string file) =>
        (file is Folding.FileName or TexLetters.FileName ? typeof(Folding) : typeof(ShippedData)).Assembly;
}
