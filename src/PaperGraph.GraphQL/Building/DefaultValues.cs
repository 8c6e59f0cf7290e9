using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>
/// Coerces the defaults of arguments and input fields. A default that is an input object takes in the defaults of that object's
/// fields, so these come first.
/// </summary>
internal sealed class DefaultValues
{
    private readonly List<string> problems;
    private readonly HashSet<InputObjectType> done = [];
    private readonly HashSet<InputObjectType> open = [];

    private DefaultValues(List<string> problems) => this.problems = problems;

    public static void Coerce(Schema schema, List<string> problems)
    {
        var defaults = new DefaultValues(problems);
        foreach (var inputObject in schema.Types.OfType<InputObjectType>()) defaults.CoerceFields(inputObject);
        foreach (var type in schema.Types.OfType<ObjectOrInterfaceType>())
        foreach (var field in type.Fields)
        foreach (var argument in field.Arguments)
            defaults.Coerce(argument, $"{type}.{field.Name}({argument.Name}:)");
        foreach (var directive in schema.Directives)
        foreach (var argument in directive.Arguments)
            defaults.Coerce(argument, $"{directive}({argument.Name}:)");
    }

    private void CoerceFields(InputObjectType type)
    {
        if (done.Contains(type) || !open.Add(type)) return;
        foreach (var field in type.Fields.Where(field => field.HasDefault))
        {
            if (field.Type.Named is InputObjectType inner)
            {
                if (open.Contains(inner) && !done.Contains(inner))
                    problems.Add($"The default of {type}.{field.Name} needs the defaults of {inner}, which need {type}'s: leave one of them out.");
                CoerceFields(inner);
            }
            Coerce(field, $"{type}.{field.Name}");
        }
        done.Add(type);
    }

    private void Coerce(InputValue input, string name)
    {
        if (input.DefaultLiteral is null) return;
        var coercion = new LiteralCoercion(VariableValues.None);
        input.DefaultValue = coercion.Coerce(input.DefaultLiteral, input.Type);
        foreach (var problem in coercion.Problems) problems.Add(problem.About($"The default of {name}"));
    }
}
