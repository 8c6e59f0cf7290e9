using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>A coerced input object: a value a field in the order of the definition, <see cref="Absent"/> where there is none.</summary>
internal sealed record CoercedInputObject(InputObjectType Type, object?[] Values)
{
    private object? materialized;

    /// <summary>The object as resolvers see it: one, wherever a variable that holds it is used.</summary>
    public object Materialize(WorkCounter work) => materialized ??= Make(work);

    private object Make(WorkCounter work)
    {
        var values = new object?[Values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Materialization.Materialize(Values[i], Type.Fields[i].Type, work);
        return Type.Factory is { } make ? make(values) : ToDictionary(values);
    }

    private Dictionary<string, object?> ToDictionary(object?[] values)
    {
        var given = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
            if (values[i] is not Absent) given.Add(Type.Fields[i].Name, values[i]);
        return given;
    }
}
