using System.Net;
using Microsoft.AspNetCore.HostFiltering;

namespace PaperGraph.Serving;

/// <summary>
/// The hosts that requests may name. A server that listens on loopback addresses alone answers to their names only, so that a page of
/// another site whose name resolves to this machine cannot ask it. Elsewhere, and wherever the setting <c>AllowedHosts</c> says
/// something, that setting holds.
/// </summary>
internal static class AllowedHosts
{
    private const string Setting = "AllowedHosts";

    private static readonly string[] NamesOfLoopback = ["localhost", "127.0.0.1", "[::1]"];

    public static void Apply(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Setting])) return;
        if (Default(GetAddresses(builder.Configuration)) is not { } hosts) return;
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. hosts]);
    }

    /// <summary>The hosts that requests may name; null for any host.</summary>
    internal static IReadOnlyList<string>? Default(IReadOnlyList<string> addresses)
    {
        var hosts = addresses.Select(GetHost).ToList();
        return hosts.Count > 0 && hosts.TrueForAll(IsLoopback)
            ? [.. NamesOfLoopback.Union(hosts, StringComparer.OrdinalIgnoreCase)]
            : null;
    }

    /// <summary>What is no address, and stops the start of the server, is its own host here.</summary>
    private static string GetHost(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Host;
        }
        catch (FormatException)
        {
            return address;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>As Kestrel finds them: its endpoints, else the addresses; ports alone are those of every address.</summary>
    private static string[] GetAddresses(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        return endpoints.Any()
            ? [.. endpoints]
            : configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }
}
