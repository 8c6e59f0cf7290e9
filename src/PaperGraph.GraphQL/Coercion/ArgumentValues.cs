using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>The coerced arguments of a field, in the order of its definition; <see cref="Absent"/> where there is none.</summary>
internal sealed class ArgumentValues(Members<Argument> definitions, object?[] values)
{
    public static readonly ArgumentValues None = new(new Members<Argument>([]), []);

    public bool Has(string name) => Find(name) is not Absent;

    public T Get<T>(string name) => Find(name) switch
    {
        null or Absent when default(T) is null => default!,
        null or Absent => throw new InvalidCastException(
            $"Argument \"{name}\" may be without a value: ask for {typeof(T).Name}?, not {typeof(T).Name}."),
        T value => value,
        var other => throw new InvalidCastException(
            $"Argument \"{name}\" is of type {other.GetType().Name}, not {typeof(T).Name}."),
    };

    private object? Find(string name)
    {
        for (var i = 0; i < definitions.Count; i++)
            if (definitions[i].Name == name) return values[i];
        throw new ArgumentException($"The field has no argument \"{name}\".", nameof(name));
    }
}
