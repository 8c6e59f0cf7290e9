namespace PaperGraph.Serving;

/// <summary>Where the server listens.</summary>
internal static class Addresses
{
    public const string Usual = "http://localhost:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>
    /// What the command line says; else what ASP.NET Core's own settings say (ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS,
    /// Kestrel's endpoints); else <see cref="Usual"/>.
    /// </summary>
    public static void Apply(WebApplicationBuilder builder, string? urls)
    {
        var configured = Settings.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (urls is not null || !configured) builder.WebHost.UseUrls(urls ?? Usual);
    }

    /// <summary>An address as a person on this machine opens it in a browser.</summary>
    public static string ForBrowsers(IEnumerable<string> bound)
    {
        var address = bound.FirstOrDefault() ?? Usual;
        return Everywhere.Aggregate(address, (text, host) => text.Replace($"://{host}:", "://localhost:", StringComparison.Ordinal));
    }

    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "+", "*", "127.0.0.1"];
}
