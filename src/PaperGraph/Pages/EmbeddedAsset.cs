namespace PaperGraph.Pages;

/// <param name="IsCompressed">Whether <paramref name="Open"/> gives the content as gzip.</param>
internal sealed record EmbeddedAsset(string Name, bool IsCompressed, Func<Stream> Open)
{
    public string ContentType => Path.GetExtension(Name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".ttf" => "font/ttf",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
