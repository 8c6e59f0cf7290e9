using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Objects of one type that one field of the request yielded, over all its parents: a table with a row an object and a column a
/// selected field.
/// </summary>
/// <param name="source">The layer that the objects are values of; null for the root.</param>
/// <param name="origins">For each row, the index of its value in the source.</param>
/// <param name="rows">The objects themselves, by row.</param>
internal sealed class ObjectGroup(ObjectType type, PlannedField[] fields, ObjectLayer? source, int[] origins, object?[] rows, int count)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;

    public ObjectLayer? Source { get; } = source;

    public int[] Origins { get; } = origins;

    public object?[] Rows { get; } = rows;

    public int Count { get; } = count;

    /// <summary>The completed values by field; null until then, and for <c>__typename</c>.</summary>
    public Layer?[] Columns { get; } = new Layer?[fields.Length];

    public ReadOnlySpan<object?> Parents => Rows.AsSpan(0, Count);
}
