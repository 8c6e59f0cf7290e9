using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// CompleteValue over the values of a field for all its parents: leaves are coerced, lists taken apart, objects gathered into groups
/// by their type. Recursion goes as deep as the lists of the field's type.
/// </summary>
/// <param name="work">Each value is a step of it.</param>
/// <param name="onGroup">Takes each group, to execute its fields.</param>
/// <param name="initialCountOf">How many items of a field's lists come with it; all where it is not streamed.</param>
/// <param name="onStream">Takes lists of which only so many items come with the field.</param>
internal sealed class ValueCompletion(
    Schema schema,
    ColumnPool pool,
    FieldErrors errors,
    WorkCounter work,
    Action<ObjectGroup> onGroup,
    Func<PlannedField, int> initialCountOf,
    Action<ListLayer, int> onStream)
{
    /// <summary>
    /// Completes a column: one value a row of the group. A <see cref="FieldFailure"/> or an exception in the place of a value fails it.
    /// </summary>
    public Layer CompleteValues(ObjectGroup group, PlannedField field, object?[] values) =>
        Complete(group, field, null, field.Definition.Type, values, group.Count);

    /// <summary>A column of a field that failed before it had values.</summary>
    public Layer FailAll(ObjectGroup group, PlannedField field, object failure)
    {
        var values = pool.Values(group.Count);
        values.AsSpan(0, group.Count).Fill(failure);
        return CompleteValues(group, field, values);
    }

    private Layer Complete(ObjectGroup group, PlannedField field, ListLayer? outer, GraphQLType type, object?[] values, int count) =>
        type.Nullable switch
        {
            ListType => CompleteLists(new ListLayer(group, field, outer, type, values, count, pool.Numbers(count + 1))),
            CompositeType => CompleteObjects(new ObjectLayer(group, field, outer, type, values, count, pool.Numbers(count))),
            _ => CompleteLeaves(new LeafLayer(group, field, outer, type, values, count)),
        };

    private LeafLayer CompleteLeaves(LeafLayer layer)
    {
        var values = layer.Values;
        var format = layer.Format;
        var enumType = layer.Type as EnumType;
        for (var i = 0; i < layer.Count; i++)
        {
            if (!IsPresent(layer, i, out var value)) continue;
            var completed = default(object);
            if (format is not null) format.TryComplete(value, out completed);
            else completed = enumType!.ValueOf(value);
            if (completed is not null) values[i] = completed;
            else errors.WrongValue(layer, i, value, layer.Type);
        }
        return layer;
    }

    private ListLayer CompleteLists(ListLayer layer)
    {
        var most = layer.Outer is null ? initialCountOf(layer.Field) : int.MaxValue;
        var total = 0;
        for (var i = 0; i < layer.Count; i++)
        {
            layer.Starts[i] = total;
            if (IsPresent(layer, i, out var value) && CollectionOf(layer, i, value) is { } list) total += Math.Min(list.Count, most);
        }
        layer.Starts[layer.Count] = total;
        if (most < int.MaxValue) onStream(layer, most);
        return CompleteItems(layer, total);
    }

    /// <summary>The items of streamed lists from an index on, for the lists that are not null.</summary>
    public ListLayer CompleteLaterItems(ListLayer lists, int first)
    {
        var field = lists.Field.OfLaterItems;
        var values = lists.Values.AsSpan(0, lists.Count).ToArray();
        var starts = new int[lists.Count + 1];
        var later = new ListLayer(lists.Group, field, null, field.Definition.Type.Nullable, values, lists.Count, starts)
        {
            IsLater = true,
            FirstIndex = first,
        };
        var total = 0;
        for (var i = 0; i < later.Count; i++)
        {
            later.Starts[i] = total;
            if (later.Values[i] is IList list) total += Math.Max(list.Count - first, 0);
        }
        later.Starts[later.Count] = total;
        return CompleteItems(later, total);
    }

    private ListLayer CompleteItems(ListLayer layer, int total)
    {
        var items = pool.Values(total);
        for (var i = 0; i < layer.Count; i++)
        {
            var count = layer.Starts[i + 1] - layer.Starts[i];
            if (count == 0) continue;
            var list = (IList)layer.Values[i]!;
            if (count == list.Count) list.CopyTo(items, layer.Starts[i]);
            else for (var k = 0; k < count; k++) items[layer.Starts[i] + k] = list[layer.FirstIndex + k];
        }
        layer.Items = Complete(layer.Group, layer.Field, layer, layer.ItemType, items, total);
        return layer;
    }

    /// <summary>A list as something with a count; a sequence is read to its end, once. Null where the value fails.</summary>
    private IList? CollectionOf(ListLayer layer, int index, object value)
    {
        if (value is IList known) return known;
        if (value is string || value is not IEnumerable sequence)
        {
            errors.WrongValue(layer, index, value, layer.Field.Definition.Type);
            return null;
        }
        try
        {
            var items = sequence.Cast<object?>().ToArray();
            layer.Values[index] = items;
            return items;
        }
#pragma warning disable CA1031 // A sequence that fails while it is read fails the element that it is the value of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            errors.Fail(layer, index, exception);
            return null;
        }
    }

    private ObjectLayer CompleteObjects(ObjectLayer layer)
    {
        // First what types there are and how many of each, then groups of exactly that size.
        var types = new List<(ObjectType Type, int Count)>(1);
        var typeOf = layer.Type.IsAbstract ? pool.Numbers(layer.Count) : null;
        for (var i = 0; i < layer.Count; i++)
        {
            layer.Rows[i] = -1;
            if (!IsPresent(layer, i, out var value)) continue;
            if (errors.AnyDropped && layer.IsDropped(i)) continue;
            if (ResolveType(layer, i, value) is not { } type) continue;
            var index = IndexOf(types, type);
            layer.Rows[i] = types[index].Count;
            if (typeOf is not null) typeOf[i] = index;
            types[index] = (type, types[index].Count + 1);
        }
        layer.GroupOf = typeOf;
        foreach (var (type, count) in types)
        {
            layer.Groups.Add(ObjectGroup.OfValues(
                layer, type, layer.Field.SubSelection!.For(type, work), pool.Numbers(count), pool.Values(count), count));
        }
        for (var i = 0; i < layer.Count; i++)
        {
            work.Step();
            if (layer.Rows[i] < 0) continue;
            var group = layer.GroupAt(i);
            group.Rows[layer.Rows[i]] = layer.Values[i];
            group.Origins[layer.Rows[i]] = i;
        }
        foreach (var group in layer.Groups) onGroup(group);
        return layer;
    }

    private ObjectType? ResolveType(ObjectLayer layer, int index, object value)
    {
        if (layer.Type is ObjectType objectType) return objectType;
        try
        {
            if (schema.AbstractTypes.TypeOf(schema, layer.Type, value) is { } type) return type;
            errors.WrongValue(layer, index, value, layer.Type);
        }
#pragma warning disable CA1031 // The bindings' function is the host's; whatever it throws fails the element.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            errors.Fail(layer, index, exception);
        }
        return null;
    }

    private static int IndexOf(List<(ObjectType Type, int Count)> types, ObjectType type)
    {
        for (var i = 0; i < types.Count; i++)
            if (types[i].Type == type) return i;
        types.Add((type, 0));
        return types.Count - 1;
    }

    /// <summary>False for null and failures, which are dealt with here.</summary>
    private bool IsPresent(Layer layer, int index, [NotNullWhen(true)] out object? value)
    {
        work.Step();
        value = layer.Values[index];
        switch (value)
        {
            case null:
                if (layer.IsNonNull) errors.MustNotBeNull(layer, index);
                return false;
            case FieldFailure or Exception:
                errors.Fail(layer, index, value);
                return false;
            default:
                return true;
        }
    }
}
