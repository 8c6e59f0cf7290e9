using System.Diagnostics;
using System.Text.Json;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Input coercion of JSON, as it comes with variables. Coerced are: leaves to what their format or enum makes of them, lists to
/// <c>object?[]</c>, input objects to <see cref="InputFields"/>.
/// </summary>
internal sealed class InputCoercion(int maxDepth)
{
    private const int MostProblems = 100;

    private readonly List<InputProblem> problems = [];

    public IReadOnlyList<InputProblem> Problems => problems;

    /// <summary>The coerced value; without meaning where there are problems.</summary>
    public object? Coerce(JsonElement json, GraphQLType type)
    {
        try
        {
            return Coerce(json, type, null, 0);
        }
        catch (InvalidOperationException)
        {
            // JSON can escape half of a surrogate pair, which only shows when a string or a name is read.
            return Problem(null, "holds a string that is no text: half of a surrogate pair stands alone.");
        }
    }

    private object? Coerce(JsonElement json, GraphQLType type, InputPath? path, int depth)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return type.IsNonNull ? Problem(path, $"must not be null; expected {ExpectedInput.Of(type)}.") : null;
        if (depth > maxDepth)
            return Problem(
                path,
                $"is nested more than {maxDepth} levels deep, which is the limit MaxInputDepth. Send flatter values.",
                ErrorCodes.InputDepthLimit);
        return type.Nullable switch
        {
            ListType list => CoerceList(json, list, path, depth),
            InputObjectType inputObject => CoerceObject(json, inputObject, path, depth),
            EnumType enumType => CoerceEnum(json, enumType, path),
            ScalarType scalar => scalar.Format.TryRead(new ScalarInput(json), out var value) ? value : Unexpected(json, scalar, path),
            _ => throw new UnreachableException($"{type} is no input type."),
        };
    }

    private object?[] CoerceList(JsonElement json, ListType list, InputPath? path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array) return [Coerce(json, list.ItemType, path, depth + 1)];
        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[index] = Coerce(item, list.ItemType, InputPath.Item(path, index), depth + 1);
            index++;
        }
        return items;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type, InputPath? path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object) return Unexpected(json, type, path);
        var given = 0;
        foreach (var property in json.EnumerateObject())
        {
            given++;
            if (!type.Fields.Contains(property.Name))
                Problem(path, $"{type} has no field \"{property.Name}\"{ExpectedInput.Fields(type)}.");
        }
        var problemsBefore = problems.Count;
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            values[i] = json.TryGetProperty(field.Name, out var value)
                ? Coerce(value, field.Type, InputPath.Field(path, field.Name), depth + 1)
                : Missing(field, InputPath.Field(path, field.Name));
        }
        if (type.IsOneOf && problems.Count == problemsBefore && (given != 1 || values.All(value => value is null or Absent)))
            return Problem(path, $"{type} takes exactly one of its fields, with a value that is not null; found {given}.");
        return new InputFields(type, values);
    }

    private object? Missing(InputField field, InputPath? path)
    {
        if (field.HasDefault) return field.DefaultValue;
        return field.IsRequired ? Problem(path, $"is missing; expected {ExpectedInput.Of(field.Type)}.") : Absent.Value;
    }

    private object? CoerceEnum(JsonElement json, EnumType type, InputPath? path) =>
        json.ValueKind == JsonValueKind.String && type.Values.TryFind(json.GetString()!, out var value)
            ? value.Value
            : Unexpected(json, type, path);

    private object? Unexpected(JsonElement json, NamedType type, InputPath? path) =>
        Problem(path, $"{ExpectedInput.Shorten(json.GetRawText())} is no {type}; expected {ExpectedInput.Of(type)}.");

    private object? Problem(InputPath? path, string message, string code = ErrorCodes.BadUserInput)
    {
        if (problems.Count < MostProblems) problems.Add(new InputProblem(path, message) { Code = code });
        return null;
    }
}
