using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <content>Reads of deeper levels that can go out with the read they hang on.</content>
internal sealed partial class Levels
{
    /// <summary>One read may answer several fields; it is run once.</summary>
    private void Queue(Read read)
    {
        if (!reads.Exists(queued => ReferenceEquals(queued, read))) reads.Add(read);
    }

    /// <summary>Offers the read fields below a pending read to their resolvers, so that they may go out with it.</summary>
    private void FetchAhead(PlannedField field, Read source)
    {
        var open = new Stack<(PlannedField Field, Ahead Parents)>();
        open.Push((field, new Ahead(source, null)));
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
                    case ReadResolver resolver when AskAhead(child, resolver, current.Parents) is { } read:
                        ahead.Add(child, read);
                        Queue(read);
                        open.Push((child, new Ahead(read, null)));
                        break;
                }
            }
        }
    }

    /// <summary>Null where the resolver wants its parents first; also where it fails, since with the parents it will fail again.</summary>
    private Read? AskAhead(PlannedField field, ReadResolver resolver, Ahead parents)
    {
        var arguments = request.ArgumentsOf(field, out var problem);
        if (problem is not null) return null;
        try
        {
            return resolver.HandOver(new FieldContext(field, arguments, request.Services, request.CancellationToken) { Ahead = parents });
        }
#pragma warning disable CA1031 // The failure is told when the field is executed, at the places where its parents are.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
