using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Values of one field at one level of its type's lists, for all parents. The first column of a field has a value a row of its table;
/// the items of a list column are a column of their own. A null value is null in the response. Columns are used again by later executions,
/// see <see cref="ColumnPool"/>.
/// </summary>
internal abstract class Column : IReused
{
    /// <summary>The objects that the field is a field of.</summary>
    public ObjectTable Table { get; private set; } = null!;

    public PlannedField Field { get; private set; } = null!;

    /// <summary>The lists whose items these values are; null for the first column of a field.</summary>
    public ListColumn? Outer { get; private set; }

    public bool IsNonNull { get; private set; }

    public object?[] Values { get; private set; } = [];

    public int Count { get; private set; }

    protected void Set(ObjectTable table, PlannedField field, ListColumn? outer, bool isNonNull, object?[] values, int count)
    {
        (Table, Field, Outer) = (table, field, outer);
        (IsNonNull, Values, Count) = (isNonNull, values, count);
    }

    public virtual void Release()
    {
        (Table, Field, Outer) = (null!, null!, null);
        (Values, Count) = ([], 0);
    }

    /// <summary>
    /// Makes a value null, and where it must not be, what it is part of, up to the next that may be, or to the object that is answered
    /// as a whole.
    /// </summary>
    public void Nullify(int index)
    {
        var column = this;
        while (true)
        {
            column.Values[index] = null;
            if (!column.IsNonNull) return;
            if (!column.TryOwner(index, out var owner, out var ownerIndex))
            {
                column.Table.Failed![index] = true;
                return;
            }
            (column, index) = (owner, ownerIndex);
            if (column.Values[index] is null) return;
        }
    }

    /// <summary>Whether something that the value is part of has become null.</summary>
    public bool IsDropped(int index)
    {
        var column = this;
        while (column.TryOwner(index, out var owner, out var ownerIndex))
        {
            (column, index) = (owner, ownerIndex);
            if (column.Values[index] is null) return true;
        }
        return column.Table.IsDropped(index);
    }

    /// <summary>
    /// What is answered as a whole and the value is part of: a row of a table (the root, or deferred fields of an object), or a row of
    /// the later items of a streamed list.
    /// </summary>
    public (object Whole, int Row) GetWhole(int index)
    {
        var column = this;
        while (true)
        {
            if (column is ListColumn { IsLater: true }) return (column, index);
            if (!column.TryOwner(index, out var owner, out var ownerIndex)) return (column.Table, index);
            (column, index) = (owner, ownerIndex);
        }
    }

    /// <summary>Response names and list indexes from the root down to a value.</summary>
    public IReadOnlyList<object> GetPath(int index)
    {
        var path = new List<object>();
        var column = this;
        while (true)
        {
            if (column.Outer is { } outer)
            {
                var row = outer.GetRow(index);
                path.Add(index - outer.Offsets[row] + outer.FirstIndex);
                (column, index) = (outer, row);
                continue;
            }
            path.Add(column.Field.ResponseName);
            var table = column.Table;
            while (table.Base is { } answered) (table, index) = (answered, table.Origins[index]);
            if (table.Source is not { } source) break;
            (column, index) = (source, table.Origins[index]);
        }
        path.Reverse();
        return path;
    }

    /// <summary>The value that a value is part of: the list around an item, the object around a field. False at the root.</summary>
    private bool TryOwner(int index, [NotNullWhen(true)] out Column? owner, out int ownerIndex)
    {
        (owner, ownerIndex) = Outer is { } outer
            ? ((Column?)outer, outer.GetRow(index))
            : (Table.Source, Table.Source is null ? 0 : Table.Origins[index]);
        return owner is not null;
    }
}

internal sealed class LeafColumn : Column
{
    /// <summary>The type of the values: a scalar or an enum.</summary>
    public NamedType Type { get; private set; } = null!;

    /// <summary>How a scalar is written; null for an enum.</summary>
    public ScalarFormat? Format { get; private set; }

    public LeafColumn Set(ObjectTable table, PlannedField field, ListColumn? outer, GraphQLType type, object?[] values, int count)
    {
        Set(table, field, outer, type.IsNonNull, values, count);
        Type = type.Named;
        Format = (type.Named as ScalarType)?.Format;
        return this;
    }
}

/// <summary>Items of list <c>i</c> are those from <c>Offsets[i]</c> to before <c>Offsets[i + 1]</c> of <see cref="Items"/>.</summary>
internal sealed class ListColumn : Column
{
    public int[] Offsets { get; private set; } = [];

    public GraphQLType ItemType { get; private set; } = null!;

    public Column? Items { get; set; }

    /// <summary>Whether these are the later items of streamed lists. A null is propagated no further than to the list.</summary>
    public bool IsLater { get; init; }

    /// <summary>The index that the first of the items has in its list.</summary>
    public int FirstIndex { get; init; }

    /// <summary>The list that an item belongs to.</summary>
    public int GetRow(int item)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Offsets[middle] <= item) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    public ListColumn Set(
        ObjectTable table, PlannedField field, ListColumn? outer, GraphQLType type, object?[] values, int count, int[] offsets)
    {
        Set(table, field, outer, type.IsNonNull, values, count);
        (Offsets, ItemType) = (offsets, ((ListType)type.Nullable).ItemType);
        return this;
    }

    public override void Release()
    {
        base.Release();
        (Offsets, Items) = ([], null);
    }
}

/// <summary>
/// Object <c>i</c> is row <c>Rows[i]</c> of table <c>Tables[TableOf[i]]</c>; of the only table where the type is not abstract.
/// </summary>
internal sealed class ObjectColumn : Column
{
    public CompositeType Type { get; private set; } = null!;

    public int[] Rows { get; private set; } = [];

    public int[]? TableOf { get; set; }

    public ObjectTable[] Tables { get; set; } = [];

    public ObjectTable TableAt(int index) => Tables[TableOf is null ? 0 : TableOf[index]];

    public ObjectColumn Set(
        ObjectTable table, PlannedField field, ListColumn? outer, GraphQLType type, object?[] values, int count, int[] rows)
    {
        Set(table, field, outer, type.IsNonNull, values, count);
        (Type, Rows) = ((CompositeType)type.Named, rows);
        return this;
    }

    public override void Release()
    {
        base.Release();
        (Rows, TableOf, Tables) = ([], null, []);
    }
}
