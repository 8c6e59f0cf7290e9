using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using PaperGraph.Commands;

namespace PaperGraph.Serving;

/// <summary>
/// Proxies in front of the server whose word is taken for who asks, by which scheme, for which host and below which path: their
/// addresses or networks, from the setting <c>TrustedProxies</c>. What others say in <c>X-Forwarded-…</c> is left aside; by default
/// that is everybody.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "TrustedProxies";

    /// <exception cref="CommandFailure">One is neither an address nor a network.</exception>
    public static void Use(WebApplication app)
    {
        var proxies = app.Configuration.GetSection(Setting).Get<string[]>() ?? [];
        if (proxies.Length == 0) return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(ParseNetwork(proxy));
        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork ParseNetwork(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new CommandFailure(
            $"'{text}' in the setting {Setting} is no proxy. Write its address, such as 10.0.0.7, or a network, such as 10.0.0.0/8.");
    }
}
