namespace PaperGraph.GraphQL.Execution;

/// <summary>A resolver that needs nothing but its parent.</summary>
internal abstract class ValueResolver(string? keys) : FieldResolver
{
    public string? Keys { get; } = keys;

    public abstract Type ParentType { get; }

    public abstract Type ValueType { get; }

    /// <summary>Writes one value for each parent; where a parent's value fails, the failure is written in its place.</summary>
    public abstract void Resolve(ReadOnlySpan<object?> parents, Span<object?> values);
}

internal sealed class ValueResolver<TParent, TValue>(Func<TParent, TValue> get, string? keys) : ValueResolver(keys)
{
    public override Type ParentType => typeof(TParent);

    public override Type ValueType => typeof(TValue);

    public override void Resolve(ReadOnlySpan<object?> parents, Span<object?> values)
    {
        for (var i = 0; i < parents.Length; i++)
        {
            try
            {
                values[i] = Boxes.Box(get((TParent)parents[i]!));
            }
#pragma warning disable CA1031 // Whatever a resolver throws fails its own element.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                values[i] = exception;
            }
        }
    }
}
