using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace PaperGraph.GraphQL.Http;

/// <summary>Compresses responses by Brotli or gzip where that is worth the work.</summary>
internal sealed class Compression(IServiceProvider services) : ResponseCompressionProvider(services, Options.Create(MediaTypesOfJson))
{
    /// <summary>The shortest response that is compressed, in bytes. A shorter one fits into a packet anyway.</summary>
    private const int MinLength = 1024;

    private static ResponseCompressionOptions MediaTypesOfJson => new()
    {
        EnableForHttps = true,
        MimeTypes = [MediaTypes.Json, MediaTypes.GraphQLResponse],
    };

    public static RequestDelegate Around(RequestDelegate next, IServiceProvider services) =>
        new ResponseCompressionMiddleware(next, new Compression(services)).Invoke;

    public override bool ShouldCompressResponse(HttpContext context) =>
        !(context.Response.ContentLength < MinLength) && base.ShouldCompressResponse(context);
}
