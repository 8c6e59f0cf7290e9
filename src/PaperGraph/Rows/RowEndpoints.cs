using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Http;
using PaperGraph.Serving;

namespace PaperGraph.Rows;

/// <summary>
/// Rows for spreadsheets and notebooks, by GET from a literal address: <c>/data/groups.csv?by=MONTH</c>. What a client could ask by GraphQL
/// is asked for it and answered flat, by the same engine within the same limits.
/// </summary>
internal sealed class RowEndpoints(Engine engine, GraphQLHttpOptions options) : IDisposable
{
    private const string ByteOrderMark = "bom";

    /// <summary>How many answers are made at once, since each is held until it is whole. Charts of one page wait for each other.</summary>
    private const int MaxAtOnce = 8;

    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = MaxAtOnce, QueueLimit = options.MaxConcurrentRequests });
    private readonly FilterParameters filter = new(engine.Schema);

    /// <summary>Where only persisted documents are answered there are no rows, since their queries are made of what clients say.</summary>
    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;
        if (options.OnlyPersistedDocuments) return;
        var endpoints = new RowEndpoints(app.Services.GetRequiredService<Engine>(), options);
        app.Lifetime.ApplicationStopped.Register(endpoints.Dispose);
        endpoints.MapAll(app);
    }

    public void Dispose() => limiter.Dispose();

    private void MapAll(WebApplication app)
    {
        if (options.AllowedOrigins.Count > 0) app.UseCors();
        IRowSource[] sources = [new GroupRowSource(engine.Schema, filter), new PaperRowSource(engine.Schema, filter)];
        foreach (var source in sources)
        {
            foreach (var format in new[] { RowFormat.Csv, RowFormat.Json })
            {
                var endpoint = app.MapMethods(
                    $"/data/{source.Name}.{format.Extension}",
                    [HttpMethods.Get, HttpMethods.Head],
                    context => AnswerAsync(context, source, format));
                if (options.AllowedOrigins.Count > 0)
                {
                    endpoint.RequireCors(policy => policy.WithOrigins([.. options.AllowedOrigins])
                        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.Link, "X-Total-Count"));
                }
            }
        }
    }

    private async Task AnswerAsync(HttpContext context, IRowSource source, RowFormat format)
    {
        try
        {
            using var permit = await limiter.AcquireAsync(1, context.RequestAborted);
            if (!permit.IsAcquired) throw Overloaded();
            var given = new RowParameters(context.Request.Query, [.. source.Parameters, ByteOrderMark]);
            var withMark = given.Flag(ByteOrderMark) ?? false;
            var table = await source.ReadAsync(given, new RowQueries(engine, context.RequestServices, filter), context.RequestAborted);

            using var body = new MemoryStream();
            format.Write(body, table, withMark);
            if (body.Length > options.MaxResponseSize) throw TooLong();
            await SendAsync(context, format, table, body);
        }
        catch (RowProblemException problem)
        {
            context.Response.Headers.CacheControl = "no-store";
            if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter =
                    Math.Ceiling((problem.RetryAfter ?? TimeSpan.FromSeconds(1)).TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            }
            await problem.ToResult().ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, so that there is nobody to answer.
        }
    }

    private async Task SendAsync(HttpContext context, RowFormat format, RowTable table, MemoryStream body)
    {
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var headers = context.Response.Headers;
        headers.CacheControl = table.IsProvisional ? "no-store" : options.MaxAge > 0 ? $"public, max-age={options.MaxAge}" : "no-cache";
        if (table.TotalCount is { } count) headers["X-Total-Count"] = count.ToString(CultureInfo.InvariantCulture);
        if (table.Next is { } next) headers.Link = $"<{AddressAfter(context.Request, next)}>; rel=\"next\"";

        if (context.HoldsAlready(bytes.Span)) return;
        context.Response.ContentType = format.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The same address, relative to itself, with another <c>after</c>.</summary>
    private static string AddressAfter(HttpRequest request, string cursor) =>
        $"{request.PathBase}{request.Path}" + QueryString.Create(
            request.Query.Where(parameter => parameter.Key != "after").Append(new("after", cursor)));

    private static RowProblemException Overloaded() => new("Too many rows are being read. Ask again in a second.")
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Code = HttpErrorCodes.Overloaded,
    };

    private RowProblemException TooLong() =>
        new($"The rows take more than {options.MaxResponseSize} bytes, which is the limit MaxResponseSize. Give a smaller first.")
        {
            Code = HttpErrorCodes.ResponseLimit,
            Parameter = "first",
        };
}
