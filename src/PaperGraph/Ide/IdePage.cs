using System.Reflection;
using System.Text.Json;

namespace PaperGraph.Ide;

/// <summary>The page that a browser gets on /graphql: GraphiQL where it was built, else the plain one.</summary>
internal sealed class IdePage
{
    /// <summary>
    /// Everything comes from the server itself; the editor sets styles on its elements.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string template;

    private IdePage(string template, bool isGraphiQL) => (this.template, IsGraphiQL) = (template, isGraphiQL);

    public bool IsGraphiQL { get; }

    public static IdePage Best(Assembly assembly) => GraphiQL(assembly) ?? Plain(assembly);

    /// <summary>Null in a program that was built without npm.</summary>
    public static IdePage? GraphiQL(Assembly assembly) =>
        Read(assembly, "ide/index.html") is { } template ? new IdePage(template, isGraphiQL: true) : null;

    public static IdePage Plain(Assembly assembly) => new(Read(assembly, "ide/plain.html")!, isGraphiQL: false);

    /// <param name="assets">The address below which the assets lie, without a slash at its end.</param>
    public string Render(string assets, IReadOnlyList<IdeExample> examples) => template
        .Replace("{{assets}}", assets, StringComparison.Ordinal)
        .Replace("{{examples}}", JsonSerializer.Serialize(examples, Json), StringComparison.Ordinal);

    private static string? Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
