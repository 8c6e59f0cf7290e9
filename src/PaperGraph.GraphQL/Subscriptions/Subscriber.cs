using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Subscriptions;

/// <summary>Subscribe: a stream of events, and for each of them a response.</summary>
internal sealed class Subscriber(Plan plan, VariableValues variables, IServiceProvider services, EngineOptions options)
{
    /// <summary>
    /// CreateSourceEventStream: the events of the only root field. Null where the field cannot be subscribed to, and then the response
    /// that says why.
    /// </summary>
    public IAsyncEnumerable<object?>? CreateSourceEventStream(CancellationToken cancellationToken, out GraphQLResponse? refusal)
    {
        refusal = null;
        if (plan.Selection.For(plan.RootType).Fields is not [{ Definition.Resolver: StreamResolver resolver } field])
        {
            refusal = Refuse(new FieldFailure("A subscription needs exactly one field.", ErrorCodes.BadUserInput), null);
            return null;
        }
        var arguments = new Request(plan, variables, services, options, new Deadline(options, cancellationToken)).ArgumentsOf(field, out var failure);
        if (failure is not null)
        {
            refusal = Refuse(failure, field);
            return null;
        }
        try
        {
            return resolver.Subscribe(new FieldContext(field, arguments, services, cancellationToken) { Parents = [Executor.NoRoot] });
        }
#pragma warning disable CA1031 // Whatever a resolver throws refuses the subscription.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            refusal = Refuse(Tell(exception, field), field);
            return null;
        }
    }

    /// <summary>MapSourceToResponseEvent: a response an event, until the source ends; a source that fails ends with the reason.</summary>
    public async IAsyncEnumerable<GraphQLResponse> MapSourceToResponseEvent(
        IAsyncEnumerable<object?> source,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var field = plan.Selection.For(plan.RootType).Fields[0];
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
                failure = Tell(exception, field);
            }
            if (failure is not null) yield return Refuse(failure, field);
            if (!any) yield break;
            yield return await Executor.ExecuteWithinTimeAsync(plan, variables, services, options, events.Current ?? Executor.NoRoot, cancellationToken);
        }
    }

    private FieldFailure Tell(Exception exception, PlannedField field)
    {
        if (exception is FieldFailureException known) return known.Failure;
        options.OnUnexpectedError?.Invoke(exception, field.ToString());
        return new FieldFailure(UnexpectedError.Message, ErrorCodes.InternalError) { Extensions = UnexpectedError.Trace };
    }

    private static GraphQLResponse Refuse(FieldFailure failure, PlannedField? field) => GraphQLResponse.RequestError(new GraphQLError(failure.Message)
    {
        Code = failure.Code,
        Extensions = failure.Extensions,
        Locations = field is null ? [] : [.. field.Nodes.Select(node => node.Location)],
        Path = field is null ? null : [field.ResponseName],
    });
}
