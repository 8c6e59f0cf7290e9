using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PaperGraph.Commands;

namespace PaperGraph.Serving;

/// <summary>Where the server listens.</summary>
internal static partial class Addresses
{
    public const string Usual = "http://localhost:5080";

    private const string Looks = "An address looks like http://localhost:8080, or http://*:8080 for all that this machine has.";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "+", "*", "127.0.0.1"];

    /// <summary>
    /// What the command line says; else what ASP.NET Core's own settings say (ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS,
    /// Kestrel's endpoints); else <see cref="Usual"/>.
    /// </summary>
    /// <exception cref="CommandFailure">An address of a setting is none.</exception>
    public static void Apply(WebApplicationBuilder builder, string? urls)
    {
        var settings = Settings.Where(name => !string.IsNullOrEmpty(builder.Configuration[name])).ToList();
        var configured = settings.Count > 0 || builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (urls is not null || !configured) builder.WebHost.UseUrls(urls ?? Usual);
        if (urls is not null) return;

        foreach (var name in settings)
        {
            var given = builder.Configuration[name]!;
            if (FindProblem(name == "urls" ? given : string.Join(';', Split(given).Select(port => $"http://*:{port}"))) is { } wrong)
                throw new CommandFailure($"{wrong} The setting ASPNETCORE_{name.ToUpperInvariant()} says '{given}'.");
        }
    }

    /// <summary>
    /// What is wrong with addresses that a person gave, as a sentence; null where nothing is. Kestrel would take the port 80a for 80, and
    /// a name that it does not know for every address of the machine.
    /// </summary>
    public static string? FindProblem(string urls) =>
        Split(urls) is [_, ..] several
            ? several.Select(FindProblemWith).FirstOrDefault(wrong => wrong is not null)
            : $"An empty text is no address to listen on. {Looks}";

    private static string? FindProblemWith(string address)
    {
        if (Socket().IsMatch(address)) return null;
        var parts = Address().Match(address);
        if (!parts.Success) return $"'{address}' is no address to listen on. {Looks}";

        var host = parts.Groups["host"].Value;
        if (parts.Groups["port"] is { Success: true, Value: var port })
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return $"'{address}' has no port to listen on: {port} is none from 1 to {ushort.MaxValue}, nor 0 for any that is free.";
            if (number == 0 && IsLocalhost(host)) return $"'{address}' is not to be had: for a port that is free give http://127.0.0.1:0.";
        }
        return host is "*" or "+" || IsLocalhost(host) || IPAddress.TryParse(host, out _)
            ? null
            : $"'{host}' is no address to listen on: give an IP address of this machine, localhost, or * for all that it has.";
    }

    /// <summary>An address as a person on this machine opens it in a browser.</summary>
    public static string ForBrowsers(IEnumerable<string> bound)
    {
        var address = bound.FirstOrDefault() ?? Usual;
        return Everywhere.Aggregate(address, (text, host) => text.Replace($"://{host}:", "://localhost:", StringComparison.Ordinal));
    }

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLocalhost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^https?://(?<host>\[[^\]]*\]|[^\s/:@\[\]?#]+)(:(?<port>[^/]*))?/?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>A socket or a pipe, by its path or name.</summary>
    [GeneratedRegex(@"^https?://(unix|pipe):/.+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Socket();
}
