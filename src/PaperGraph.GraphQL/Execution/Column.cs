using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Values of one field at one level of its type's lists, for all parents. The first column of a field has a value a row of its table;
/// the items of a list column are a column of their own. A null value is null in the response.
/// </summary>
internal abstract class Column(ObjectTable table, PlannedField field, ListColumn? outer, bool isNonNull, object?[] values, int count)
{
    /// <summary>The objects that the field is a field of.</summary>
    public ObjectTable Table { get; } = table;

    public PlannedField Field { get; } = field;

    /// <summary>The lists whose items these values are; null for the first column of a field.</summary>
    public ListColumn? Outer { get; } = outer;

    public bool IsNonNull { get; } = isNonNull;

    public object?[] Values { get; } = values;

    public int Count { get; } = count;

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

internal sealed class LeafColumn(ObjectTable table, PlannedField field, ListColumn? outer, GraphQLType type, object?[] values, int count)
    : Column(table, field, outer, type.IsNonNull, values, count)
{
    /// <summary>The type of the values: a scalar or an enum.</summary>
    public NamedType Type { get; } = type.Named;

    /// <summary>How a scalar is written; null for an enum.</summary>
    public ScalarFormat? Format { get; } = (type.Named as ScalarType)?.Format;
}

/// <summary>Items of list <c>i</c> are those from <c>Offsets[i]</c> to before <c>Offsets[i + 1]</c> of <see cref="Items"/>.</summary>
internal sealed class ListColumn(
    ObjectTable table,
    PlannedField field,
    ListColumn? outer,
    GraphQLType type,
    object?[] values,
    int count,
    int[] offsets)
    : Column(table, field, outer, type.IsNonNull, values, count)
{
    public int[] Offsets { get; } = offsets;

    public GraphQLType ItemType { get; } = ((ListType)type.Nullable).ItemType;

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
}

/// <summary>
/// Object <c>i</c> is row <c>Rows[i]</c> of table <c>Tables[TableOf[i]]</c>; of the only table where the type is not abstract.
/// </summary>
internal sealed class ObjectColumn(
    ObjectTable table,
    PlannedField field,
    ListColumn? outer,
    GraphQLType type,
    object?[] values,
    int count,
    int[] rows)
    : Column(table, field, outer, type.IsNonNull, values, count)
{
    public CompositeType Type { get; } = (CompositeType)type.Named;

    public int[] Rows { get; } = rows;

    public int[]? TableOf { get; set; }

    public ObjectTable[] Tables { get; set; } = [];

    public ObjectTable TableAt(int index) => Tables[TableOf is null ? 0 : TableOf[index]];
}
