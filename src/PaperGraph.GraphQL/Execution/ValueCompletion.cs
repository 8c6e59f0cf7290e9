using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// CompleteValue over the values of a field for all its parents: leaves are coerced, lists taken apart, objects gathered into tables
/// by their type. Recursion goes as deep as the lists of the field's type.
/// </summary>
/// <param name="request">Its work counts each value as a step.</param>
/// <param name="levels">Takes each table, to execute its fields, and what is streamed.</param>
internal sealed class ValueCompletion(Request request, Levels levels)
{
    private readonly Schema schema = request.Plan.Schema;
    private readonly ColumnPool pool = request.Pool;
    private readonly FieldErrors errors = levels.Errors;
    private readonly WorkCounter work = request.Deadline;

    /// <summary>
    /// Completes a column: one value a row of the table. A <see cref="FieldFailure"/> or an exception in the place of a value fails it.
    /// </summary>
    public Column CompleteValues(ObjectTable table, PlannedField field, object?[] values) =>
        Complete(table, field, null, field.Definition.Type, values, table.Count);

    /// <summary>A column of a field that failed before it had values.</summary>
    public Column FailAll(ObjectTable table, PlannedField field, object failure)
    {
        var values = pool.Values(table.Count);
        values.AsSpan(0, table.Count).Fill(failure);
        return CompleteValues(table, field, values);
    }

    private Column Complete(ObjectTable table, PlannedField field, ListColumn? outer, GraphQLType type, object?[] values, int count) =>
        type.Nullable switch
        {
            ListType => CompleteLists(pool.List().Set(table, field, outer, type, values, count, pool.Numbers(count + 1))),
            CompositeType => CompleteObjects(pool.Object().Set(table, field, outer, type, values, count, pool.Numbers(count))),
            _ => CompleteLeaves(pool.Leaf().Set(table, field, outer, type, values, count)),
        };

    private LeafColumn CompleteLeaves(LeafColumn column)
    {
        var values = column.Values;
        var format = column.Format;
        var enumType = column.Type as EnumType;
        for (var i = 0; i < column.Count; i++)
        {
            if (!IsPresent(column, i, out var value)) continue;
            var completed = default(object);
            if (format is not null) format.TryComplete(value, out completed);
            else completed = enumType!.FindValue(value);
            if (completed is not null) values[i] = completed;
            else errors.WrongValue(column, i, value, column.Type);
        }
        return column;
    }

    private ListColumn CompleteLists(ListColumn column)
    {
        var most = column.Outer is null ? request.GetInitialCount(column.Field) : int.MaxValue;
        var total = 0;
        for (var i = 0; i < column.Count; i++)
        {
            column.Offsets[i] = total;
            if (IsPresent(column, i, out var value) && AsCollection(column, i, value) is { } list) total += Math.Min(list.Count, most);
        }
        column.Offsets[column.Count] = total;
        if (most < int.MaxValue) levels.AddStreamed(column, most);
        return CompleteItems(column, total);
    }

    /// <summary>The items of streamed lists from an index on, for the lists that are not null.</summary>
    public ListColumn CompleteLaterItems(ListColumn lists, int first)
    {
        var field = lists.Field.OfLaterItems;
        var values = lists.Values.AsSpan(0, lists.Count).ToArray();
        var offsets = new int[lists.Count + 1];
        var later = new ListColumn { IsLater = true, FirstIndex = first }
            .Set(lists.Table, field, null, field.Definition.Type.Nullable, values, lists.Count, offsets);
        var total = 0;
        for (var i = 0; i < later.Count; i++)
        {
            later.Offsets[i] = total;
            if (later.Values[i] is IList list) total += Math.Max(list.Count - first, 0);
        }
        later.Offsets[later.Count] = total;
        return CompleteItems(later, total);
    }

    private ListColumn CompleteItems(ListColumn column, int total)
    {
        var items = pool.Values(total);
        for (var i = 0; i < column.Count; i++)
        {
            var count = column.Offsets[i + 1] - column.Offsets[i];
            if (count == 0) continue;
            var list = (IList)column.Values[i]!;
            if (count == list.Count) list.CopyTo(items, column.Offsets[i]);
            else for (var k = 0; k < count; k++) items[column.Offsets[i] + k] = list[column.FirstIndex + k];
        }
        column.Items = Complete(column.Table, column.Field, column, column.ItemType, items, total);
        return column;
    }

    /// <summary>
    /// The value as a list with a count; a sequence is enumerated once, to its end. Null where the value is no list or fails.
    /// </summary>
    private IList? AsCollection(ListColumn column, int index, object value)
    {
        if (value is IList known) return known;
        if (value is string || value is not IEnumerable sequence)
        {
            errors.WrongValue(column, index, value, column.Field.Definition.Type);
            return null;
        }
        try
        {
            var items = sequence.Cast<object?>().ToArray();
            column.Values[index] = items;
            return items;
        }
#pragma warning disable CA1031 // A sequence that fails while it is read fails the element that it is the value of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            errors.Fail(column, index, exception);
            return null;
        }
    }

    private ObjectColumn CompleteObjects(ObjectColumn column)
    {
        // First what types there are and how many of each, then tables of exactly that size.
        var onlyType = column.Type as ObjectType;
        var onlyCount = 0;
        var types = onlyType is null ? new List<(ObjectType Type, int Count)>(1) : null;
        var typeOf = onlyType is null ? pool.Numbers(column.Count) : null;
        for (var i = 0; i < column.Count; i++)
        {
            column.Rows[i] = -1;
            if (!IsPresent(column, i, out var value)) continue;
            if (errors.AnyDropped && column.IsDropped(i)) continue;
            if (types is null)
            {
                column.Rows[i] = onlyCount++;
                continue;
            }
            if (ResolveType(column, i, value) is not { } type) continue;
            var index = IndexOf(types, type);
            column.Rows[i] = types[index].Count;
            typeOf![i] = index;
            types[index] = (type, types[index].Count + 1);
        }
        column.TableOf = typeOf;
        if (types is null) column.Tables = onlyCount > 0 ? [CreateTable(column, onlyType!, onlyCount)] : [];
        else column.Tables = CreateTables(column, types);
        for (var i = 0; i < column.Count; i++)
        {
            work.Step();
            if (column.Rows[i] < 0) continue;
            var table = column.TableAt(i);
            table.Rows[column.Rows[i]] = column.Values[i];
            table.Origins[column.Rows[i]] = i;
        }
        foreach (var table in column.Tables) levels.Add(table);
        return column;
    }

    private ObjectTable[] CreateTables(ObjectColumn source, List<(ObjectType Type, int Count)> types)
    {
        var tables = new ObjectTable[types.Count];
        for (var i = 0; i < tables.Length; i++) tables[i] = CreateTable(source, types[i].Type, types[i].Count);
        return tables;
    }

    private ObjectTable CreateTable(ObjectColumn source, ObjectType type, int count) => ObjectTable.FromValues(
        pool.Table(), source, type, source.Field.SubSelection!.For(type, work), pool.Numbers(count), pool.Values(count), count);

    private ObjectType? ResolveType(ObjectColumn column, int index, object value)
    {
        try
        {
            if (schema.AbstractTypes.ResolveType(schema, column.Type, value) is { } type) return type;
            errors.WrongValue(column, index, value, column.Type);
        }
#pragma warning disable CA1031 // The bindings' function is the host's; whatever it throws fails the element.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            errors.Fail(column, index, exception);
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
    private bool IsPresent(Column column, int index, [NotNullWhen(true)] out object? value)
    {
        work.Step();
        value = column.Values[index];
        switch (value)
        {
            case null:
                if (column.IsNonNull) errors.MustNotBeNull(column, index);
                return false;
            case FieldFailure or Exception:
                errors.Fail(column, index, value);
                return false;
            default:
                return true;
        }
    }
}
