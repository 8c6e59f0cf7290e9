using PaperGraph.GraphQL.Coercion;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <content>Data requests of deeper levels that can be run together with the request that they depend on.</content>
internal sealed partial class Levels
{
    /// <summary>One data request may answer several fields; it is run once.</summary>
    private void Queue(DataRequest dataRequest)
    {
        if (!dataRequests.Contains(dataRequest)) dataRequests.Add(dataRequest);
    }

    /// <summary>
    /// Asks the resolvers of the fields below a pending data request for requests of their own that can be run together with it.
    /// </summary>
    private void Prefetch(PlannedField field, DataRequest source)
    {
        var open = new Stack<(PlannedField Field, Prefetch Parents)>();
        open.Push((field, new Prefetch(source, null)));
        while (open.TryPop(out var current))
        {
            if (current.Field is not { SubSelection: { } selection, Definition.Type.Named: ObjectType type }) continue;
            foreach (var child in selection.For(type, request.Deadline).Fields)
            {
                switch (child.Definition.Resolver)
                {
                    case ValueResolver { Keys: { } keys }:
                        open.Push((child, current.Parents with { KeyName = keys }));
                        break;
                    case DataResolver resolver when TryPrefetch(child, resolver, current.Parents, out var dataRequest):
                        (prefetched ??= []).Add((child, dataRequest));
                        Queue(dataRequest);
                        open.Push((child, new Prefetch(dataRequest, null)));
                        break;
                }
            }
        }
    }

    private bool TryTakePrefetched(PlannedField field, [NotNullWhen(true)] out DataRequest? dataRequest)
    {
        dataRequest = null;
        for (var i = 0; i < prefetched?.Count; i++)
        {
            if (prefetched[i].Field != field) continue;
            dataRequest = prefetched[i].Request;
            prefetched.RemoveAt(i);
            return true;
        }
        return false;
    }

    /// <summary>False where the resolver needs its parents; also where it fails, since with the parents it will fail again.</summary>
    private bool TryPrefetch(PlannedField field, DataResolver resolver, Prefetch parents, [NotNullWhen(true)] out DataRequest? dataRequest)
    {
        dataRequest = null;
        if (!ArgumentCoercion.TryGetArguments(field, request.Variables, request.Deadline, out var arguments, out _)) return false;
        try
        {
            var context = new FieldContext(field, arguments, request.Services, request.CancellationToken) { Prefetch = parents };
            dataRequest = resolver.RequestData(context);
            return dataRequest != DataRequest.NeedsParents && dataRequest != DataRequest.Nulls;
        }
#pragma warning disable CA1031 // The failure is told when the field is executed, at the places where its parents are.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
