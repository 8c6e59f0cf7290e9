using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PaperGraph.Data.Fetching;

namespace PaperGraph.Ingest.Fetching;

/// <summary>Fetches addresses, one at a time from each host: whole, or with a reason why not.</summary>
internal sealed class Fetcher : IAsyncDisposable
{
    private readonly FetchOptions options;
    private readonly TimeProvider time;
    private readonly ServiceProvider services;
    private readonly IHttpClientFactory clients;

    /// <param name="dataSource">See <see cref="HostTurns"/>.</param>
    /// <param name="transport">What speaks to the network; null for sockets.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public Fetcher(
        FetchOptions options, TimeProvider time, NpgsqlDataSource? dataSource = null, Func<HttpMessageHandler>? transport = null)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (this.options, this.time) = (options, time);
        services = PoliteClient.CreateServices(options, time, dataSource, transport);
        clients = services.GetRequiredService<IHttpClientFactory>();
    }

    /// <param name="known">What is known of the address, where only news are wanted; null to have it whatever it is.</param>
    public async Task<Fetched> FetchAsync(Uri address, KnownAddress? known, CancellationToken cancellationToken)
    {
        var target = address;
        for (var redirects = 0; ; redirects++)
        {
            if (Refuse(target, address) is { } refused) return Fetched.Failed(address, refused);
            HttpResponseMessage response;
            try
            {
                using var client = clients.CreateClient(PoliteClient.Name);
                response = await client.SendAsync(
                    RequestHeaders.CreateRequest(target, known, options), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (Exception exception) when (
                !cancellationToken.IsCancellationRequested && FetchFailure.From(exception, target, options) is { } failure)
            {
                return Fetched.Failed(address, failure);
            }

            // A body that is given on belongs to whoever gets it.
            if (response.StatusCode == HttpStatusCode.OK) return await TakeAsync(response, address, known, cancellationToken);
            using (response)
            {
                if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return Fetched.Unmodified(address);
                if (response.Headers.Location is not { } location || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                    return Fetched.Failed(address, await FetchFailure.FromAsync(response, target, time, cancellationToken));
                if (redirects == options.MaxRedirects)
                {
                    return Fetched.Failed(address, new FetchFailure(
                        $"It leads on to another address more than {options.MaxRedirects} times, now to {location}.",
                        "Give the address that it leads to in the end, if there is one."));
                }
                target = new Uri(target, location);
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<Fetched> TakeAsync(
        HttpResponseMessage response, Uri address, KnownAddress? known, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var hash = await SHA256.HashDataAsync(body, cancellationToken);
        body.Position = 0;
        if (known is not null && known.ContentHash.Span.SequenceEqual(hash))
        {
            response.Dispose();
            return Fetched.Unmodified(address);
        }
        var content = new FetchedContent(
            address.AbsoluteUri, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, hash);
        return Fetched.Whole(address, body, content);
    }

    private static FetchFailure? Refuse(Uri target, Uri from)
    {
        if (target.Scheme is not ("http" or "https") || (from.Scheme == "https" && target.Scheme == "http"))
            return new FetchFailure(
                $"It leads on to {target.GetLeftPart(UriPartial.Path)}, which is not fetched from there.",
                "Give that address itself, if it is the one that is meant.");
        return target.UserInfo.Length > 0
            ? new FetchFailure(
                "A user's name or password stands in the address, which would be stored with it.",
                "Fetch it with another program, and import what it brings: curl … | papergraph import -.")
            : null;
    }
}
