using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>
/// Coerces the defaults of arguments and input fields. A default that is an input object takes in the defaults of the fields that it
/// does not give, so these come first. None takes in itself: that was checked.
/// </summary>
internal sealed class DefaultValues
{
    private readonly List<string> problems;
    private readonly HashSet<InputField> done = [];

    private DefaultValues(List<string> problems) => this.problems = problems;

    public static void Coerce(Schema schema, List<string> problems)
    {
        var defaults = new DefaultValues(problems);
        foreach (var inputObject in schema.Types.OfType<InputObjectType>())
            foreach (var field in inputObject.Fields) defaults.Coerce(field, inputObject);
        foreach (var type in schema.Types.OfType<ObjectOrInterfaceType>())
            foreach (var field in type.Fields) defaults.Coerce(field.Arguments, SchemaCoordinate.ForMember(type.Name, field.Name));
        foreach (var directive in schema.Directives) defaults.Coerce(directive.Arguments, SchemaCoordinate.ForDirective(directive.Name));
    }

    private void Coerce(Members<Argument> arguments, SchemaCoordinate owner)
    {
        foreach (var argument in arguments) Coerce(argument, owner.ForArgument(argument.Name));
    }

    private void Coerce(InputField field, InputObjectType owner)
    {
        if (field.DefaultLiteral is not { } literal || !done.Add(field)) return;
        CoerceContents(literal, field.Type);
        Coerce(field, SchemaCoordinate.ForMember(owner.Name, field.Name));
    }

    private void CoerceContents(ValueNode literal, GraphQLType type)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values) CoerceContents(item, type);
        }
        else if (literal is ObjectValueNode item && type.Named is InputObjectType inputObject)
        {
            foreach (var field in inputObject.Fields)
            {
                if (item.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
                    CoerceContents(given.Value, field.Type);
                else
                    Coerce(field, inputObject);
            }
        }
    }

    private void Coerce(InputValue input, SchemaCoordinate spot)
    {
        if (input.DefaultLiteral is null) return;
        var coercion = new LiteralCoercion(VariableValues.None, InputSize.Unlimited);
        input.DefaultValue = coercion.Coerce(input.DefaultLiteral, input.Type);
        foreach (var problem in coercion.Problems) problems.Add(problem.About($"The default of {spot}"));
    }
}
