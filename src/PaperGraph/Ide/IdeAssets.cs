using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace PaperGraph.Ide;

/// <summary>The scripts, styles and fonts of the IDE that are built into the program.</summary>
internal sealed class IdeAssets
{
    private const string Folder = "ide/assets/";
    private const string Compressed = ".gz";

    private readonly FrozenDictionary<string, IdeAsset> byName;

    public IdeAssets(Assembly assembly)
    {
        byName = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => Describe(assembly, resource))
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
        Version = ComputeVersion(byName.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal));
    }

    /// <summary>Changes with the content of any asset, so that what an address with it names never changes.</summary>
    public string Version { get; }

    public IdeAsset? Find(string name) => byName.GetValueOrDefault(name);

    private static IdeAsset Describe(Assembly assembly, string resource)
    {
        var isCompressed = resource.EndsWith(Compressed, StringComparison.Ordinal);
        var name = resource[Folder.Length..^(isCompressed ? Compressed.Length : 0)];
        return new IdeAsset(name, isCompressed, () => assembly.GetManifestResourceStream(resource)!);
    }

    private static string ComputeVersion(IEnumerable<IdeAsset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets)
        {
            using var content = asset.Open();
            hash.AppendData(SHA256.HashData(content));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}

/// <param name="IsCompressed">Whether <paramref name="Open"/> gives the content as gzip.</param>
internal sealed record IdeAsset(string Name, bool IsCompressed, Func<Stream> Open)
{
    public string ContentType => Path.GetExtension(Name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".ttf" => "font/ttf",
        _ => "application/octet-stream",
    };
}
