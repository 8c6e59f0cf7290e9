using PaperGraph.GraphQL.Coercion;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Subscriptions;

/// <summary>Subscribe: a stream of events, and for each of them a response.</summary>
internal sealed class Subscriber(PreparedRequest prepared, IServiceProvider services, EngineOptions options, RequestWatch watch)
{
    /// <summary>The longest pause before an event is answered again, as a multiple of the time that the failure asks for.</summary>
    private const int MaxPauseFactor = 10;

    /// <summary>The response to each event, until the source ends; one that says why where it fails, or cannot be had.</summary>
    public async IAsyncEnumerable<GraphQLResponse> RespondAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = prepared.Plan;
        if (plan.Selection.For(plan.RootType).Fields is not [{ Definition.Resolver: StreamResolver resolver } field])
        {
            yield return Subscribed(Refuse(new FieldFailure("A subscription needs exactly one field.", ErrorCodes.BadUserInput), null));
            yield break;
        }
        if (!TryCreateSourceEventStream(field, resolver, cancellationToken, out var source, out var failure))
        {
            yield return Subscribed(Refuse(failure, field));
            yield break;
        }
        watch.End();
        await foreach (var response in MapSourceToResponseEvent(source, field, cancellationToken)) yield return response;
    }

    /// <summary>What is watched ends with the answer to the request to subscribe.</summary>
    private GraphQLResponse Subscribed(GraphQLResponse response)
    {
        watch.Answered(response);
        watch.End();
        return response;
    }

    /// <summary>CreateSourceEventStream: the events of the root field. False where it cannot be subscribed to, and then why.</summary>
    private bool TryCreateSourceEventStream(
        PlannedField field,
        StreamResolver resolver,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out IAsyncEnumerable<object?>? source,
        [NotNullWhen(false)] out FieldFailure? failure)
    {
        source = null;
        using var deadline = new Deadline(options, watch.Started, cancellationToken);
        try
        {
            var request = new Request(prepared, services, options, deadline, watch);
            if (!ArgumentCoercion.TryGetArguments(field, request.Variables, request.Deadline, out var arguments, out failure)) return false;
            source = resolver.Subscribe(new FieldContext(field, arguments, services, cancellationToken) { Parents = [Executor.NoRoot] });
            return true;
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            failure = new FieldFailure(Executor.TimeIsOver(options, []).Message, ErrorCodes.TimeLimit);
            return false;
        }
#pragma warning disable CA1031 // Whatever a resolver throws refuses the subscription.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failure = Report(exception, field);
            return false;
        }
    }

    private async IAsyncEnumerable<GraphQLResponse> MapSourceToResponseEvent(
        IAsyncEnumerable<object?> source,
        PlannedField field,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = source.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var failure = default(FieldFailure);
            var any = false;
            try
            {
                any = await events.MoveNextAsync();
            }
#pragma warning disable CA1031 // The client is told that its events end, and why.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failure = Report(exception, field);
            }
            if (failure is not null) yield return Refuse(failure, field);
            if (!any) yield break;
            var root = events.Current ?? Executor.NoRoot;
            yield return await AnswerAsync(root, cancellationToken);
        }
    }

    /// <summary>A failure that passes is waited out: an event that was lost to a busy database would not come again.</summary>
    private async ValueTask<GraphQLResponse> AnswerAsync(object root, CancellationToken cancellationToken)
    {
        var pauses = 0;
        while (true)
        {
            using var watched = watch.OfEvent(prepared);
            var response = await Executor.ExecuteWithinTimeAsync(prepared, services, options, root, watched, cancellationToken);
            watched.Answered(response);
            watched.End();
            if (response.RetryAfter is not { } after) return response;

            response.Dispose();
            await Task.Delay(after * Math.Min(++pauses, MaxPauseFactor), options.Time, cancellationToken);
        }
    }

    private FieldFailure Report(Exception exception, PlannedField field)
    {
        if (exception is FieldFailureException known) return known.Failure;
        options.OnUnexpectedError?.Invoke(exception, field.ToString());
        return new FieldFailure(UnexpectedError.Message, ErrorCodes.InternalError) { Extensions = UnexpectedError.Trace };
    }

    private static GraphQLResponse Refuse(FieldFailure failure, PlannedField? field) =>
        GraphQLResponse.RequestError(new GraphQLError(failure.Message)
        {
            Code = failure.Code,
            Extensions = failure.Extensions,
            Locations = field is null ? [] : [.. field.Nodes.Select(node => node.Location)],
            Path = field is null ? null : [field.ResponseName],
        });
}
