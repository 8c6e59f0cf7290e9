using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Objects of one type that one field of the request yielded, over all its parents: a table with a row an object and a column a
/// selected field.
/// </summary>
internal sealed class ObjectTable : IReused
{
    public ObjectType Type { get; private set; } = null!;

    public PlannedField[] Fields { get; private set; } = [];

    /// <summary>The column that the objects are values of; null for the root, and for deferred fields of objects answered before.</summary>
    public ObjectColumn? Source { get; private set; }

    /// <summary>The objects whose deferred fields these are.</summary>
    public ObjectTable? Base { get; private set; }

    /// <summary>For each row, the index of its value in the source, or of its row in the base.</summary>
    public int[] Origins { get; private set; } = [];

    /// <summary>The objects themselves, by row.</summary>
    public object?[] Rows { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>The completed values by field; null until then, and for <c>__typename</c>.</summary>
    public Column?[] Columns { get; private set; } = [];

    /// <summary>For the root and for deferred fields: which rows are null as a whole because a null was propagated to them.</summary>
    public bool[]? Failed { get; private set; }

    /// <summary>The deferred fragments that begin at these objects.</summary>
    public IReadOnlyList<DeferUsage> NewUsages { get; private set; } = [];

    public DeferredFields[] Deferred { get; private set; } = [];

    public ReadOnlySpan<object?> Parents => Rows.AsSpan(0, Count);

    public static ObjectTable ForRoot(ObjectType type, PlannedSelection selection, object root) =>
        new ObjectTable { Failed = new bool[1] }.Set(type, selection, [0], [root], 1);

    /// <param name="made">What becomes the table.</param>
    public static ObjectTable FromValues(
        ObjectTable made, ObjectColumn source, ObjectType type, PlannedSelection selection, int[] origins, object?[] rows, int count)
    {
        made.Source = source;
        return made.Set(type, selection, origins, rows, count);
    }

    public static ObjectTable FromDeferred(ObjectTable answered, PlannedField[] fields, int[] rows) =>
        new ObjectTable { Base = answered, Failed = new bool[rows.Length] }
            .Set(answered.Type, fields, rows, [.. rows.Select(row => answered.Rows[row])], rows.Length);

    public void Release()
    {
        (Type, Fields, Source) = (null!, [], null);
        (Origins, Rows, Count) = ([], [], 0);
        Array.Clear(Columns);
        (NewUsages, Deferred) = ([], []);
    }

    private ObjectTable Set(ObjectType type, PlannedSelection selection, int[] origins, object?[] rows, int count)
    {
        (NewUsages, Deferred) = (selection.NewUsages, selection.Deferred);
        return Set(type, selection.Fields, origins, rows, count);
    }

    private ObjectTable Set(ObjectType type, PlannedField[] fields, int[] origins, object?[] rows, int count)
    {
        (Type, Fields) = (type, fields);
        (Origins, Rows, Count) = (origins, rows, count);
        if (Columns.Length != fields.Length) Columns = new Column?[fields.Length];
        return this;
    }

    /// <summary>The object that an object's value belongs to; null for the root.</summary>
    public (ObjectTable Table, int Row)? FindOwner(int row)
    {
        if (Base is not null) return (Base, Origins[row]);
        if (Source is null) return null;
        var (column, index) = ((Column)Source, Origins[row]);
        while (column.Outer is { } outer) (column, index) = (outer, outer.GetRow(index));
        return (column.Table, index);
    }

    public IReadOnlyList<object> GetPath(int row)
    {
        var (table, index) = (this, row);
        while (table.Base is { } answered) (table, index) = (answered, table.Origins[index]);
        return table.Source?.GetPath(table.Origins[index]) ?? [];
    }

    /// <summary>What is answered as a whole and the object is part of; see <see cref="Column.GetWhole"/>.</summary>
    public (object Whole, int Row) GetWhole(int row) => Source is null ? (this, row) : Source.GetWhole(Origins[row]);

    /// <summary>Whether the object, or something that it is part of, has become null.</summary>
    public bool IsDropped(int row)
    {
        if (Failed is not null && Failed[row]) return true;
        if (Base is not null) return Base.IsDropped(Origins[row]);
        return Source is not null && (Source.Values[Origins[row]] is null || Source.IsDropped(Origins[row]));
    }
}
