using System.Diagnostics;
using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Input coercion of JSON, as it comes with variables. Coerced are: leaves to what their format or enum makes of them, lists to
/// <see cref="InputList"/>, input objects to <see cref="CoercedInputObject"/>.
/// </summary>
internal sealed class InputCoercion(int maxDepth, InputSize size)
{
    private const int MaxProblems = 100;

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
            return Problem(null, $"holds a string that is no text: half of a surrogate pair stands alone.");
        }
    }

    private object? Coerce(JsonElement json, GraphQLType type, InputPath? path, int depth)
    {
        if (problems.Count >= MaxProblems || size.IsPassed) return null;
        if (!size.TryAdd(json.ValueKind == JsonValueKind.Array ? json.GetArrayLength() : 0)) return TooMany(path);
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return type.IsNonNull ? Problem(path, $"must not be null; expected {ExpectedInput.Describe(type):whole}.") : null;
        if (depth > maxDepth) return TooDeep(path);
        return type.Nullable switch
        {
            ListType list => CoerceList(json, list, path, depth),
            InputObjectType inputObject => CoerceObject(json, inputObject, path, depth),
            EnumType enumType => CoerceEnum(json, enumType, path),
            ScalarType scalar => CoerceScalar(json, scalar, path, depth),
            _ => throw new UnreachableException($"{type} is no input type."),
        };
    }

    private InputList CoerceList(JsonElement json, ListType list, InputPath? path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array) return new InputList([Coerce(json, list.ItemType, path, depth + 1)]);
        var items = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[index] = Coerce(item, list.ItemType, InputPath.Item(path, index), depth + 1);
            index++;
        }
        return new InputList(items);
    }

    private object? CoerceScalar(JsonElement json, ScalarType scalar, InputPath? path, int depth)
    {
        if (!CheckInside(json, path, depth)) return null;
        return scalar.Format.TryRead(new ScalarInput(json), out var value) ? value : Unexpected(json, scalar, path);
    }

    /// <summary>What is inside of a list or an object counts, and is not too deep, though the scalar reads it as a whole.</summary>
    private bool CheckInside(JsonElement json, InputPath? path, int depth)
    {
        IEnumerable<JsonElement> inside = json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray(),
            JsonValueKind.Object => json.EnumerateObject().Select(field => field.Value),
            _ => [],
        };
        foreach (var value in inside)
        {
            if (depth == maxDepth) TooDeep(path);
            else if (!size.TryAdd()) TooMany(path);
            else if (CheckInside(value, path, depth + 1)) continue;
            return false;
        }
        return true;
    }

    private object? CoerceObject(JsonElement json, InputObjectType type, InputPath? path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object) return Unexpected(json, type, path);
        var given = 0;
        foreach (var property in json.EnumerateObject())
        {
            given++;
            if (!type.Fields.Contains(property.Name))
                Problem(path, $"{type} has no field \"{property.Name}\"{ExpectedInput.Fields(type):whole}.");
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
        return new CoercedInputObject(type, values);
    }

    private object? Missing(InputField field, InputPath? path)
    {
        if (field.HasDefault) return field.DefaultValue;
        return field.IsRequired ? Problem(path, $"is missing; expected {ExpectedInput.Describe(field.Type):whole}.") : Absent.Value;
    }

    private object? CoerceEnum(JsonElement json, EnumType type, InputPath? path) =>
        json.ValueKind == JsonValueKind.String && type.Values.TryFind(json.GetString()!, out var value)
            ? value.Value
            : Unexpected(json, type, path);

    private object? Unexpected(JsonElement json, NamedType type, InputPath? path) =>
        Problem(path, $"{json.GetRawText()} is no {type}; expected {ExpectedInput.Describe(type):whole}.");

    private object? TooDeep(InputPath? path) => Problem(
        path,
        $"is nested more than {maxDepth} levels deep, which is the limit MaxInputDepth. Send flatter values.",
        ErrorCodes.InputDepthLimit);

    private object? TooMany(InputPath? path) => Problem(path, $"{ExpectedInput.TooMany(size.Max):whole}", ErrorCodes.InputSizeLimit);

    private object? Problem(InputPath? path, ErrorText message, string code = ErrorCodes.BadUserInput)
    {
        if (problems.Count < MaxProblems) problems.Add(new InputProblem(path, message.ToString()) { Code = code });
        return null;
    }
}
