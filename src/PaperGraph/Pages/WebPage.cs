using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace PaperGraph.Pages;

/// <summary>A page that is built into the program: its HTML, and the scripts, styles and fonts that this loads.</summary>
internal sealed class WebPage
{
    private const string Compressed = ".gz";

    private readonly string template;
    private readonly FrozenDictionary<string, WebAsset> assets;

    private WebPage(string template, IEnumerable<WebAsset> assets)
    {
        this.template = template;
        this.assets = assets.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
        Version = ComputeVersion(this.assets.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal));
    }

    /// <summary>Changes with the content of any asset, so that what an address with it names never changes.</summary>
    public string Version { get; }

    /// <summary>Null where the program was built without it: what npm bundles is missing where npm was.</summary>
    public static WebPage? Find(Assembly assembly, string name)
    {
        using var html = assembly.GetManifestResourceStream($"{name}/index.html");
        if (html is null) return null;
        using var reader = new StreamReader(html);

        var folder = $"{name}/assets/";
        return new WebPage(
            reader.ReadToEnd(),
            assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
                .Select(resource => Describe(assembly, resource, folder.Length)));
    }

    public WebAsset? FindAsset(string name) => assets.GetValueOrDefault(name);

    /// <summary>The page with <c>{{name}}</c> replaced by the value given for it, which has to be safe in HTML.</summary>
    public string Render(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var html = template;
        foreach (var (name, value) in values) html = html.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return html;
    }

    private static WebAsset Describe(Assembly assembly, string resource, int folderLength)
    {
        var isCompressed = resource.EndsWith(Compressed, StringComparison.Ordinal);
        var name = resource[folderLength..^(isCompressed ? Compressed.Length : 0)];
        return new WebAsset(name, isCompressed, () => assembly.GetManifestResourceStream(resource)!);
    }

    private static string ComputeVersion(IEnumerable<WebAsset> assets)
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
