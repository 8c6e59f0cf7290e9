using System.Reflection;
using System.Text;
using PaperGraph.Serving;

namespace PaperGraph.Grafana;

/// <summary>
/// Data sources and dashboards for Grafana, as files that it provisions itself with. They name the address by which they were asked for.
/// </summary>
internal static class GrafanaFiles
{
    private const string Address = "/dashboards/grafana";
    private const string Resources = "grafana/";
    private const string Index = "index.html";

    /// <summary>The names of all files, as they stand in their addresses.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .Select(name => name[Resources.Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static Assembly Assembly => typeof(GrafanaFiles).Assembly;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var name in Names)
        {
            var (content, contentType) = (Read(name), ContentType(name));
            app.MapMethods(
                name == Index ? Address : $"{Address}/{name}",
                [HttpMethods.Get, HttpMethods.Head],
                context => SendAsync(context, content, contentType));
        }
    }

    private static Task SendAsync(HttpContext context, string content, string contentType)
    {
        var request = context.Request;
        var here = $"{request.Scheme}://{request.Host}{request.PathBase.ToUriComponent()}";
        var bytes = Encoding.UTF8.GetBytes(content.Replace(Addresses.Usual, here, StringComparison.Ordinal));
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-cache";
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Resources + name)!);
        return reader.ReadToEnd();
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        _ => "application/yaml; charset=utf-8",
    };
}
