using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Input coercion of literals, whose variables have been coerced before. The parser limits how deep literals are nested. Results are
/// those of <see cref="InputCoercion"/>.
/// </summary>
internal sealed class LiteralCoercion(VariableValues variables, InputSize size)
{
    private const int MaxProblems = 100;

    private List<InputProblem>? problems;

    public IReadOnlyList<InputProblem> Problems => problems ?? [];

    private int ProblemCount => problems?.Count ?? 0;

    /// <summary>The coerced value; without meaning where there are problems.</summary>
    public object? Coerce(ValueNode literal, GraphQLType type) => Coerce(literal, type, null);

    private object? Coerce(ValueNode literal, GraphQLType type, InputPath? path)
    {
        if (ProblemCount >= MaxProblems || size.IsPassed) return null;
        if (!size.TryAdd()) return TooMany(path);
        if (literal is VariableNode variable)
        {
            // A variable that is not given counts as null inside a list; elsewhere the caller has dealt with it.
            var given = variables.TryGet(variable.Name, out var known) ? known : null;
            return given is null && type.IsNonNull
                ? Problem(path, $"${variable.Name.Value} must not be null here; expected {ExpectedInput.Describe(type):whole}.")
                : given;
        }
        if (literal is NullValueNode)
            return type.IsNonNull ? Problem(path, $"must not be null; expected {ExpectedInput.Describe(type):whole}.") : null;
        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list, path),
            InputObjectType inputObject => CoerceObject(literal, inputObject, path),
            EnumType enumType => literal is EnumValueNode name && enumType.Values.TryFind(name.Value, out var found)
                ? found.Value
                : Unexpected(literal, enumType, path),
            ScalarType scalar => CoerceScalar(literal, scalar, path),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    private InputList CoerceList(ValueNode literal, ListType list, InputPath? path)
    {
        if (literal is not ListValueNode { Values: var nodes }) return new InputList([Coerce(literal, list.ItemType, path)]);
        var items = new object?[nodes.Length];
        for (var i = 0; i < items.Length; i++) items[i] = Coerce(nodes[i], list.ItemType, InputPath.Item(path, i));
        return new InputList(items);
    }

    private object? CoerceScalar(ValueNode literal, ScalarType scalar, InputPath? path) =>
        scalar.Format.TryRead(new ScalarInput(LiteralVariables.Replace(literal, variables.GetLiteral)), out var value)
            ? value
            : Unexpected(literal, scalar, path);

    private object? CoerceObject(ValueNode literal, InputObjectType type, InputPath? path)
    {
        if (literal is not ObjectValueNode { Fields: var nodes } given) return Unexpected(literal, type, path);
        foreach (var node in nodes)
        {
            if (!type.Fields.Contains(node.Name))
                Problem(path, $"{type} has no field \"{node.Name.Value}\"{ExpectedInput.Fields(type):whole}.");
        }
        var problemsBefore = ProblemCount;
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            var node = given.FindValue(field.Name);
            var isGiven = node is not null && (node is not VariableNode variable || variables.TryGet(variable.Name, out _));
            values[i] = isGiven ? Coerce(node!, field.Type, InputPath.Field(path, field.Name)) : Missing(field, path);
        }
        if (type.IsOneOf && ProblemCount == problemsBefore && (nodes.Length != 1 || values.All(value => value is null or Absent)))
            return Problem(path, $"{type} takes exactly one of its fields, with a value that is not null; found {nodes.Length}.");
        return new CoercedInputObject(type, values);
    }

    private object? Missing(InputField field, InputPath? within)
    {
        if (field.HasDefault) return field.DefaultValue;
        return field.IsRequired
            ? Problem(InputPath.Field(within, field.Name), $"is missing; expected {ExpectedInput.Describe(field.Type):whole}.")
            : Absent.Value;
    }

    private object? Unexpected(ValueNode literal, NamedType type, InputPath? path) =>
        Problem(path, $"{literal} is no {type}; expected {ExpectedInput.Describe(type):whole}.");

    private object? TooMany(InputPath? path) => Problem(path, $"{ExpectedInput.TooMany(size.Max):whole}", ErrorCodes.InputSizeLimit);

    private object? Problem(InputPath? path, ErrorText message, string code = ErrorCodes.BadUserInput)
    {
        problems ??= [];
        if (problems.Count < MaxProblems) problems.Add(new InputProblem(path, message.ToString()) { Code = code });
        return null;
    }
}
