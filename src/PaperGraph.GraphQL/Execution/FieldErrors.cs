using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Records the failures of an execution with their locations, and propagates their nulls.</summary>
internal sealed class FieldErrors(EngineOptions options)
{
    private static readonly ILookup<(object Whole, int Row), GraphQLError> None =
        Array.Empty<(object Whole, int Row, GraphQLError Error)>().ToLookup(none => (none.Whole, none.Row), none => none.Error);

    private readonly List<(GraphQLError Error, object Whole, int Row)> errors = [];
    private int leftOut;

    /// <summary>Whether a null was propagated upwards, so that some values may be part of nothing that is answered.</summary>
    public bool AnyDropped { get; private set; }

    /// <summary>The first transient failure that was met, and when to ask again; null where there was none.</summary>
    public (GraphQLError Error, TimeSpan After)? Retry { get; private set; }

    /// <summary>The errors since the last time, by the whole that they belong to; see <see cref="Column.GetWhole"/>.</summary>
    public ILookup<(object Whole, int Row), GraphQLError> Take()
    {
        if (errors.Count == 0) return None;
        if (leftOut > 0)
        {
            var message = $"{leftOut} more errors are left out: the limit MaxErrors is {options.Limits.MaxErrors}.";
            errors.Add((new GraphQLError(message) { Code = ErrorCodes.ErrorLimit }, errors[^1].Whole, errors[^1].Row));
        }
        var taken = errors.ToLookup(error => (error.Whole, error.Row), error => error.Error);
        errors.Clear();
        leftOut = 0;
        return taken;
    }

    /// <summary>Records what a resolver or a data request failed with.</summary>
    public void Fail(Column column, int index, object failure)
    {
        switch (failure)
        {
            case FieldFailure known:
                Fail(column, index, known);
                break;
            case FieldFailureException known:
                Fail(column, index, known.Failure);
                break;
            default:
                options.OnUnexpectedError?.Invoke((Exception)failure, column.Field.ToString());
                Fail(column, index, UnexpectedError.Message, ErrorCodes.InternalError, UnexpectedError.Trace);
                break;
        }
    }

    private void Fail(Column column, int index, FieldFailure known)
    {
        if (known.RetryAfter is { } after) Retry ??= (ErrorAt(column, index, known.Message, known.Code, known.Extensions), after);
        Fail(column, index, known.Message, known.Code, known.Extensions);
    }

    public void MustNotBeNull(Column column, int index) =>
        Fail(column, index, $"{column.Field} must not be null, but there is no value.", ErrorCodes.UnexpectedNull);

    /// <summary>A resolver gave something that is no value of the field's type; the host is told what it was.</summary>
    public void WrongValue(Column column, int index, object value, GraphQLType type)
    {
        options.OnUnexpectedError?.Invoke(
            new InvalidOperationException($"{column.Field} should have given {type}; it gave {value.GetType()}."), column.Field.ToString());
        Fail(column, index, $"{column.Field} has a value that is no {type}.", ErrorCodes.InternalError, UnexpectedError.Trace);
    }

    public void Fail(Column column, int index, string message, string? code, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        if (!(AnyDropped && column.IsDropped(index))) Add(column, index, message, code, extensions);
        AnyDropped |= column.IsNonNull;
        column.Nullify(index);
    }

    private void Add(Column column, int index, string message, string? code, IReadOnlyDictionary<string, object?>? extensions)
    {
        if (errors.Count >= options.Limits.MaxErrors)
        {
            leftOut++;
            return;
        }
        var (whole, row) = column.GetWhole(index);
        errors.Add((ErrorAt(column, index, message, code, extensions), whole, row));
    }

    private static GraphQLError ErrorAt(
        Column column, int index, string message, string? code, IReadOnlyDictionary<string, object?>? extensions) => new(message)
        {
            Locations = [.. column.Field.Nodes.Select(node => node.Location)],
            Path = column.GetPath(index),
            Code = code,
            Extensions = extensions,
        };
}
