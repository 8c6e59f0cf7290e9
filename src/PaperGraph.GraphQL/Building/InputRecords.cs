using System.Reflection;
using System.Runtime.ExceptionServices;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>Finds what makes a record from the coerced fields of an input object.</summary>
internal static class InputRecords
{
    /// <summary>Null where the record does not fit; the problems tell why.</summary>
    public static InputObjectFactory? FactoryFor(InputObjectType type, List<string> problems)
    {
        var clrType = type.ClrType!;
        var constructors = clrType.GetConstructors();
        if (constructors.Length != 1)
        {
            problems.Add($"Input {type}: {clrType.Name} has {constructors.Length} public constructors; it needs exactly one.");
            return null;
        }
        var parameters = constructors[0].GetParameters();
        foreach (var field in type.Fields.Where(field => !parameters.Any(parameter => IsFor(parameter, field))))
            problems.Add($"Input {type}: the constructor of {clrType.Name} has no parameter for field {field.Name}.");

        var fieldIndexes = new List<int>();
        foreach (var parameter in parameters)
        {
            var index = IndexOf(type, parameter);
            if (index < 0)
            {
                problems.Add($"Input {type} has no field for parameter {parameter.Name} of {clrType.Name}.");
                continue;
            }
            if (Mismatch(type.Fields[index], parameter.ParameterType) is { } mismatch)
            {
                problems.Add(
                    $"Input {type}: parameter {parameter.Name} of {clrType.Name} is of type {Name(parameter.ParameterType)}, {mismatch}.");
                continue;
            }
            fieldIndexes.Add(index);
        }
        return fieldIndexes.Count == parameters.Length ? Factory(constructors[0], [.. fieldIndexes]) : null;
    }

    /// <summary>A parameter whose field is not given, or null, gets the default of its type.</summary>
    /// <param name="fieldIndexes">For each parameter, which of the values it takes.</param>
    private static InputObjectFactory Factory(ConstructorInfo constructor, int[] fieldIndexes)
    {
        var invoker = ConstructorInvoker.Create(constructor);
        return values =>
        {
            var arguments = new object?[fieldIndexes.Length];
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = values[fieldIndexes[i]] is Absent ? null : values[fieldIndexes[i]];
            try
            {
                return invoker.Invoke(arguments.AsSpan())!;
            }
            catch (TargetInvocationException thrown) when (thrown.InnerException is { } byTheRecord)
            {
                ExceptionDispatchInfo.Throw(byTheRecord);
                throw;
            }
        };
    }

    private static int IndexOf(InputObjectType type, ParameterInfo parameter)
    {
        for (var i = 0; i < type.Fields.Count; i++)
            if (IsFor(parameter, type.Fields[i])) return i;
        return -1;
    }

    private static bool IsFor(ParameterInfo parameter, InputField field) =>
        string.Equals(parameter.Name, field.Name, StringComparison.OrdinalIgnoreCase);

    private static string? Mismatch(InputField field, Type parameter)
    {
        var expected = Materialization.GetClrType(field.Type);
        var underlying = Nullable.GetUnderlyingType(parameter);
        if (!(underlying ?? parameter).IsAssignableFrom(expected)) return $"but {field} gives {Name(expected)}";
        return !field.Type.IsNonNull && parameter.IsValueType && underlying is null
            ? $"but {field} may be null: make it {Name(parameter)}?"
            : null;
    }

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
