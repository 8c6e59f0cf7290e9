using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>A list whose items are coerced.</summary>
internal sealed class InputList(object?[] items)
{
    private (Type ItemType, Array Array)? materialized;

    public IReadOnlyList<object?> Items => items;

    /// <summary>
    /// The list as resolvers see it: one, wherever a variable that holds it is used, but where items may be null in one place and not in
    /// another, which makes arrays of different .NET types of numbers and dates.
    /// </summary>
    public Array Materialize(ListType type, WorkCounter work)
    {
        var maker = type.Maker ??= Materialization.GetMaker(type);
        if (materialized is { } known && known.ItemType == maker.ItemType) return known.Array;
        var made = new object?[items.Length];
        for (var i = 0; i < items.Length; i++) made[i] = Materialization.Materialize(items[i], type.ItemType, work);
        var array = maker.Make(made);
        materialized = (maker.ItemType, array);
        return array;
    }
}

/// <summary>Makes arrays of one item type.</summary>
internal abstract class ArrayMaker
{
    public abstract Type ItemType { get; }

    public abstract Array Make(object?[] items);
}

internal sealed class ArrayMaker<T> : ArrayMaker
{
    public override Type ItemType => typeof(T);

    public override Array Make(object?[] items) => Array.ConvertAll(items, item => (T)item!);
}
