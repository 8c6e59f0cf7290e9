using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Values of one field at one level of its type's lists, for all parents. The first layer of a field has a value a row of its group;
/// the items of a list layer are a layer of their own. A null value is null in the response.
/// </summary>
internal abstract class Layer(ObjectGroup group, PlannedField field, ListLayer? outer, bool isNonNull, object?[] values, int count)
{
    /// <summary>The objects that the field is a field of.</summary>
    public ObjectGroup Group { get; } = group;

    public PlannedField Field { get; } = field;

    /// <summary>The lists whose items these values are; null for the first layer of a field.</summary>
    public ListLayer? Outer { get; } = outer;

    public bool IsNonNull { get; } = isNonNull;

    public object?[] Values { get; } = values;

    public int Count { get; } = count;

    /// <summary>
    /// Makes a value null, and where it must not be, what it is part of, up to the next that may be, or to the object that is answered
    /// as a whole.
    /// </summary>
    public void Nullify(int index)
    {
        var layer = this;
        while (true)
        {
            layer.Values[index] = null;
            if (!layer.IsNonNull) return;
            if (!layer.TryOwner(index, out var owner, out var ownerIndex))
            {
                layer.Group.Failed![index] = true;
                return;
            }
            (layer, index) = (owner, ownerIndex);
            if (layer.Values[index] is null) return;
        }
    }

    /// <summary>Whether something that the value is part of has become null.</summary>
    public bool IsDropped(int index)
    {
        var layer = this;
        while (layer.TryOwner(index, out var owner, out var ownerIndex))
        {
            (layer, index) = (owner, ownerIndex);
            if (layer.Values[index] is null) return true;
        }
        return layer.Group.IsDropped(index);
    }

    /// <summary>
    /// What is answered as a whole and the value is part of: a row of a group (the root, or deferred fields of an object), or a row of
    /// the later items of a streamed list.
    /// </summary>
    public (object Whole, int Row) WholeOf(int index)
    {
        var layer = this;
        while (true)
        {
            if (layer is ListLayer { IsLater: true }) return (layer, index);
            if (!layer.TryOwner(index, out var owner, out var ownerIndex)) return (layer.Group, index);
            (layer, index) = (owner, ownerIndex);
        }
    }

    /// <summary>Response names and list indexes from the root down to a value.</summary>
    public IReadOnlyList<object> PathOf(int index)
    {
        var path = new List<object>();
        var layer = this;
        while (true)
        {
            if (layer.Outer is { } outer)
            {
                var row = outer.RowOf(index);
                path.Add(index - outer.Starts[row] + outer.FirstIndex);
                (layer, index) = (outer, row);
                continue;
            }
            path.Add(layer.Field.ResponseName);
            var group = layer.Group;
            while (group.Base is { } answered) (group, index) = (answered, group.Origins[index]);
            if (group.Source is not { } source) break;
            (layer, index) = (source, group.Origins[index]);
        }
        path.Reverse();
        return path;
    }

    /// <summary>The value that a value is part of: the list around an item, the object around a field. False at the root.</summary>
    private bool TryOwner(int index, [NotNullWhen(true)] out Layer? owner, out int ownerIndex)
    {
        (owner, ownerIndex) = Outer is { } outer
            ? ((Layer?)outer, outer.RowOf(index))
            : (Group.Source, Group.Source is null ? 0 : Group.Origins[index]);
        return owner is not null;
    }
}

internal sealed class LeafLayer(ObjectGroup group, PlannedField field, ListLayer? outer, GraphQLType type, object?[] values, int count)
    : Layer(group, field, outer, type.IsNonNull, values, count)
{
    /// <summary>A scalar or an enum.</summary>
    public NamedType Type { get; } = type.Named;

    /// <summary>Null for an enum.</summary>
    public ScalarFormat? Format { get; } = (type.Named as ScalarType)?.Format;
}

/// <summary>Items of list <c>i</c> are those from <c>Starts[i]</c> to before <c>Starts[i + 1]</c> of <see cref="Items"/>.</summary>
internal sealed class ListLayer(
    ObjectGroup group,
    PlannedField field,
    ListLayer? outer,
    GraphQLType type,
    object?[] values,
    int count,
    int[] starts)
    : Layer(group, field, outer, type.IsNonNull, values, count)
{
    public int[] Starts { get; } = starts;

    public GraphQLType ItemType { get; } = ((ListType)type.Nullable).ItemType;

    public Layer? Items { get; set; }

    /// <summary>These are the later items of streamed lists. A null goes no further up than to the list.</summary>
    public bool IsLater { get; init; }

    /// <summary>The index that the first of the items has in its list.</summary>
    public int FirstIndex { get; init; }

    /// <summary>The list that an item belongs to.</summary>
    public int RowOf(int item)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Starts[middle] <= item) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}

/// <summary>
/// Object <c>i</c> is row <c>Rows[i]</c> of group <c>Groups[GroupOf[i]]</c>; of the only group where the type is not abstract.
/// </summary>
internal sealed class ObjectLayer(
    ObjectGroup group,
    PlannedField field,
    ListLayer? outer,
    GraphQLType type,
    object?[] values,
    int count,
    int[] rows)
    : Layer(group, field, outer, type.IsNonNull, values, count)
{
    public CompositeType Type { get; } = (CompositeType)type.Named;

    public int[] Rows { get; } = rows;

    public int[]? GroupOf { get; set; }

    public List<ObjectGroup> Groups { get; } = new(1);

    public ObjectGroup GroupAt(int index) => Groups[GroupOf is null ? 0 : GroupOf[index]];
}
