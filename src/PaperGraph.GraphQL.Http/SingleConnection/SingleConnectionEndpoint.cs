using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http.SingleConnection;

/// <summary>
/// GraphQL over Server-Sent Events with a single connection: PUT reserves a stream, GET opens it, other requests start operations whose
/// responses go to it, and DELETE ends these. All but the first name the stream by its token.
/// </summary>
internal sealed class SingleConnectionEndpoint(
    Engine engine,
    GraphQLHttpOptions options,
    RequestReader reader,
    OperationRunner runner,
    ResponseSender sender,
    ConcurrencyLimiter connections,
    CancellationToken stopping)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string TokenParameter = "token";
    private const string OperationId = "operationId";

    private readonly StreamReservations reservations = new(options, engine.Options.Time);

    public static bool Concerns(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method) || FindToken(request) is not null;

    public async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPut(request.Method))
        {
            await ReserveAsync(context);
        }
        else if (FindToken(request) is not { } token || reservations.Find(token) is not { } stream)
        {
            await WriteErrorAsync(context, RequestError.UnknownStream);
        }
        else if (HttpMethods.IsDelete(request.Method))
        {
            if (request.Query[OperationId] is [{ Length: > 0 } id]) stream.Operations.Cancel(id);
            else await WriteErrorAsync(context, RequestError.NoOperationToEnd);
        }
        else if (HttpMethods.IsGet(request.Method) && MediaTypes.TakesEvents(request.Headers.Accept))
        {
            await TryOpenAsync(context, stream);
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method))
        {
            await StartAsync(context, stream);
        }
        else
        {
            await WriteErrorAsync(context, RequestError.UnknownMethod(request.Method));
        }
    }

    private async Task ReserveAsync(HttpContext context)
    {
        if (!reservations.TryReserve(context.Connection.RemoteIpAddress, out var token, out var error))
        {
            await WriteErrorAsync(context, error);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(token), context.RequestAborted);
    }

    private async Task TryOpenAsync(HttpContext context, ReservedEventStream stream)
    {
        using var permit = connections.AttemptAcquire();
        if (!permit.IsAcquired) await WriteErrorAsync(context, RequestError.TooManyConnections(options.MaxConnections));
        else if (stream.TryTake()) await OpenAsync(context, stream);
        else await WriteErrorAsync(context, RequestError.StreamIsOpen);
    }

    private async Task OpenAsync(HttpContext context, ReservedEventStream stream)
    {
        using var gone = context.RequestAborted.Register(stream.End);
        using var stopped = stopping.Register(stream.End);
        try
        {
            ResponseStreams.SetHeaders(context.Response, StreamFormat.Events);
            stream.Open(context.Response.BodyWriter, sender, context.Abort);
            while (true)
            {
                using var keepAlive = sender.Buffer(output => output.Write(StreamFormat.Events.KeepAlive));
                await stream.SendAsync(keepAlive);
                await Task.Delay(options.KeepAlive, engine.Options.Time, stream.Ended);
            }
        }
        catch (OperationCanceledException) when (stream.Ended.IsCancellationRequested)
        {
            // The client has gone, or the host is stopping.
        }
        finally
        {
            stream.End();
            await stream.Operations.CancelAllAsync();
        }
    }

    private async Task StartAsync(HttpContext context, ReservedEventStream stream)
    {
        var read = await reader.ReadAsync(context.Request, context.RequestAborted);
        if (!read.TryGet(out var parameters, out var error))
        {
            await WriteErrorAsync(context, error);
            return;
        }
        if (!TryGetId(parameters, out var id, out error) || !TryStart(context, stream, id, parameters, out var operation, out error))
        {
            parameters.Dispose();
            await WriteErrorAsync(context, error);
            return;
        }
        switch (await operation.Acceptance)
        {
            case Accepted:
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            case Rejected { Response: var response }:
                // After a status of success, whatever it carries, clients wait for responses on the stream.
                var outcome = ResponseStatus.GetOutcome(response);
                if (outcome == Outcome.RequestError) outcome = Outcome.Malformed;
                await ResponseWriter.WriteAsync(context, ChooseMediaType(context), outcome, response);
                break;
        }
    }

    private bool TryStart(
        HttpContext context,
        ReservedEventStream stream,
        string id,
        RequestParameters parameters,
        out SingleConnectionOperation operation,
        [NotNullWhen(false)] out RequestError? error)
    {
        var noMutations = !HttpMethods.IsPost(context.Request.Method);
        operation = new SingleConnectionOperation(
            id, parameters, parameters.ToRequest(noMutations), stream, runner, sender, engine.Options);
        error = stream.Operations.Start(id, operation.RunAsync) switch
        {
            OperationStart.Started => null,
            OperationStart.IdIsTaken => RequestError.OperationIsRunning(id),
            _ => RequestError.TooManyOperations(stream.Operations.Limit),
        };
        return error is null;
    }

    private static Task WriteErrorAsync(HttpContext context, RequestError error) =>
        ResponseWriter.WriteErrorAsync(context, ChooseMediaType(context), error);

    private static ResponseMediaType ChooseMediaType(HttpContext context) =>
        MediaTypes.Choose(context.Request.Headers.Accept) ?? ResponseMediaType.Json;

    private static string? FindToken(HttpRequest request) =>
        request.Headers[TokenHeader] is [{ Length: > 0 } header] ? header
        : request.QueryString.HasValue && request.Query[TokenParameter] is [{ Length: > 0 } parameter] ? parameter
        : null;

    private static bool TryGetId(
        RequestParameters parameters, [NotNullWhen(true)] out string? id, [NotNullWhen(false)] out RequestError? error)
    {
        id = parameters.Extensions?.RootElement.TryGetProperty(OperationId, out var given) == true
            && given.ValueKind == JsonValueKind.String
            ? given.GetString()
            : null;
        error = id switch
        {
            null or "" => RequestError.NoOperationId,
            { Length: > RunningOperations.MaxIdLength } => RequestError.OperationIdTooLong(RunningOperations.MaxIdLength),
            _ => null,
        };
        return error is null;
    }
}
