using System.Reflection;

namespace PaperGraph.Pages;

/// <summary>A page that is built into the program: its HTML, and what this loads.</summary>
internal sealed class WebPage
{
    private readonly string template;

    private WebPage(string template, WebAssets assets)
    {
        this.template = template;
        Assets = assets;
    }

    public WebAssets Assets { get; }

    /// <summary>Null where the program was built without it: what npm bundles is missing where npm was.</summary>
    public static WebPage? Find(Assembly assembly, string name)
    {
        using var html = assembly.GetManifestResourceStream($"{name}/index.html");
        if (html is null) return null;
        using var reader = new StreamReader(html);
        return new WebPage(reader.ReadToEnd(), WebAssets.Read(assembly, name));
    }

    /// <summary>The page with <c>{{name}}</c> replaced by the value given for it, which has to be safe in HTML.</summary>
    public string Render(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var html = template;
        foreach (var (name, value) in values) html = html.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return html;
    }
}
