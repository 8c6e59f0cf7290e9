using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace PaperGraph.Pages;

/// <summary>Scripts, styles and fonts that are built into the program.</summary>
internal sealed class WebAssets
{
    private const string Compressed = ".gz";

    private readonly FrozenDictionary<string, EmbeddedAsset> assets;

    private WebAssets(IEnumerable<EmbeddedAsset> assets)
    {
        this.assets = assets.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
        Version = ComputeVersion(this.assets.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal));
    }

    /// <summary>Changes with the content of any asset, so that what an address with it names never changes.</summary>
    public string Version { get; }

    /// <param name="name">Of the page that they belong to.</param>
    public static WebAssets Read(Assembly assembly, string name)
    {
        var folder = $"{name}/assets/";
        return new WebAssets(assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Select(resource => Describe(assembly, resource, folder.Length)));
    }

    public EmbeddedAsset? Find(string name) => assets.GetValueOrDefault(name);

    private static EmbeddedAsset Describe(Assembly assembly, string resource, int folderLength)
    {
        var isCompressed = resource.EndsWith(Compressed, StringComparison.Ordinal);
        var name = resource[folderLength..^(isCompressed ? Compressed.Length : 0)];
        return new EmbeddedAsset(name, isCompressed, () => assembly.GetManifestResourceStream(resource)!);
    }

    private static string ComputeVersion(IEnumerable<EmbeddedAsset> assets)
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
