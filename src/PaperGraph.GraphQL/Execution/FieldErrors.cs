using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The failures of an execution: each is located, recorded, and its null passed up.</summary>
internal sealed class FieldErrors(EngineOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private int leftOut;

    /// <summary>Something that must not be null is, all the way up to the root.</summary>
    public bool DataIsNull { get; private set; }

    /// <summary>Something became null because a part of it failed, so that there may be values that are part of nothing.</summary>
    public bool AnyDropped { get; private set; }

    public IReadOnlyList<GraphQLError> All => leftOut == 0
        ? errors
        : [.. errors, new GraphQLError($"{leftOut} more errors are left out: the limit MaxErrors is {options.Limits.MaxErrors}.")];

    /// <summary>What a resolver, or a read, failed with.</summary>
    public void Fail(Layer layer, int index, object failure)
    {
        switch (failure)
        {
            case FieldFailure known:
                Fail(layer, index, known.Message, known.Code, known.Extensions);
                break;
            case FieldFailureException known:
                Fail(layer, index, known.Failure.Message, known.Failure.Code, known.Failure.Extensions);
                break;
            default:
                options.OnUnexpectedError?.Invoke((Exception)failure, layer.Field.ToString());
                Fail(layer, index, UnexpectedError.Message, ErrorCodes.InternalError, UnexpectedError.Trace);
                break;
        }
    }

    public void MustNotBeNull(Layer layer, int index) =>
        Fail(layer, index, $"{layer.Field} must not be null, but there is no value.", ErrorCodes.UnexpectedNull);

    /// <summary>A resolver gave something that is no value of the field's type; the host is told what it was.</summary>
    public void WrongValue(Layer layer, int index, object value, GraphQLType type)
    {
        options.OnUnexpectedError?.Invoke(
            new InvalidOperationException($"{layer.Field} should have given {type}; it gave {value.GetType()}."), layer.Field.ToString());
        Fail(layer, index, $"{layer.Field} has a value that is no {type}.", ErrorCodes.InternalError, UnexpectedError.Trace);
    }

    public void Fail(Layer layer, int index, string message, string? code, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        if (!DataIsNull && !(AnyDropped && layer.IsDropped(index))) Add(layer, index, message, code, extensions);
        AnyDropped |= layer.IsNonNull;
        if (!layer.Nullify(index)) DataIsNull = true;
    }

    private void Add(Layer layer, int index, string message, string? code, IReadOnlyDictionary<string, object?>? extensions)
    {
        if (errors.Count >= options.Limits.MaxErrors)
        {
            leftOut++;
            return;
        }
        errors.Add(new GraphQLError(message)
        {
            Locations = [.. layer.Field.Nodes.Select(node => node.Location)],
            Path = layer.PathOf(index),
            Code = code,
            Extensions = extensions,
        });
    }
}
