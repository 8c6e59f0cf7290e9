using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.Pages;

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

    private IdePage(WebPage files) => Files = files;

    public WebPage Files { get; }

    public static IdePage Best(Assembly assembly) => GraphiQL(assembly) ?? Plain(assembly);

    /// <summary>Null in a program that was built without npm.</summary>
    public static IdePage? GraphiQL(Assembly assembly) => WebPage.Find(assembly, "ide") is { } files ? new IdePage(files) : null;

    public static IdePage Plain(Assembly assembly) => new(WebPage.Find(assembly, "plain")!);

    /// <param name="mount">The path below which the program is mounted.</param>
    /// <param name="assets">The address below which the assets lie, without a slash at its end.</param>
    public string Render(PathString mount, PathString assets, IReadOnlyList<IdeExample> examples) => Files.Render(
        ("base", HtmlEncoder.Default.Encode(mount.ToUriComponent())),
        ("assets", HtmlEncoder.Default.Encode(assets.ToUriComponent())),
        ("examples", JsonSerializer.Serialize(examples, Json)));
}
