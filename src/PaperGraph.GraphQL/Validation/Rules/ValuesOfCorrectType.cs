using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A literal is one that its type accepts. Variables are left to other rules. §5.6.1 to §5.6.4</summary>
internal sealed class ValuesOfCorrectType(DocumentContext context) : ValidationRule
{
    public override void Enter(VariableDefinitionNode node)
    {
        if (node.DefaultValue is { } value) Check(value, context.Types.InputType);
    }

    public override void Enter(ArgumentNode node) => Check(node.Value, context.Types.InputType);

    private void Check(ValueNode value, GraphQLType? type)
    {
        switch (value, type)
        {
            case (VariableNode, _) or (_, null):
                break;
            case (NullValueNode, NonNullType):
                Report(value, $"Expected value of type \"{type}\", found null.");
                break;
            case (NullValueNode, _):
                break;
            case (_, NonNullType):
                Check(value, type.Nullable);
                break;
            case (ListValueNode items, ListType list):
                foreach (var item in items.Values) Check(item, list.ItemType);
                break;
            case (_, ListType list):
                Check(value, list.ItemType);
                break;
            case (ObjectValueNode item, InputObjectType input):
                CheckFields(item, input);
                break;
            case (_, EnumType enumType):
                CheckEnum(value, enumType);
                break;
            case (_, ScalarType scalar):
                CheckScalar(value, scalar);
                break;
            default:
                Report(value, $"Expected value of type \"{type}\", found {value}.");
                break;
        }
    }

    private void CheckFields(ObjectValueNode value, InputObjectType type)
    {
        foreach (var field in value.Fields)
        {
            if (type.Fields.TryFind(field.Name, out var known))
            {
                Check(field.Value, known.Type);
                continue;
            }
            var suggestion = DidYouMean.Among(field.Name, type.Fields.Select(other => other.Name));
            Report(field, $"Field \"{field.Name}\" is not defined by type \"{type.Name}\".{suggestion:whole}");
        }

        foreach (var required in type.Fields)
        {
            if (required.IsRequired && value.Fields.All(field => field.Name != required.Name))
            {
                Report(value, $"Field \"{type.Name}.{required.Name}\" of required type \"{required.Type}\" was not provided.");
            }
        }

        if (!type.IsOneOf) return;
        if (value.Fields.Length != 1)
            Report(value, $"OneOf Input Object \"{type.Name}\" must specify exactly one key.");
        else if (value.Fields[0].Value is NullValueNode)
            Report(value, $"Field \"{type.Name}.{value.Fields[0].Name}\" must be non-null.");
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        if (value is EnumValueNode name)
        {
            if (!type.Values.Contains(name.Value))
                Report(value, $"Value \"{name.Value}\" does not exist in \"{type.Name}\" enum.{Suggestion(name.Value):whole}");
        }
        else
        {
            var suggestion = value is StringValueNode text ? Suggestion(text.Value) : "";
            Report(value, $"Enum \"{type.Name}\" cannot represent non-enum value: {value}.{suggestion:whole}");
        }

        string Suggestion(string unknown) => DidYouMean.Among(unknown, "the enum value", type.Values.Select(known => known.Name));
    }

    /// <summary>
    /// Variables inside a list or an object are judged where they are used, with null in their place here: a scalar that takes no list
    /// takes none with variables in it either.
    /// </summary>
    private void CheckScalar(ValueNode value, ScalarType type)
    {
        if (!type.Format.TryRead(new ScalarInput(LiteralVariables.Replace(value, _ => null)), out _))
            Report(value, $"{type.Name} cannot represent {value}: expected {type.Format.Expected:whole}.");
    }

    private void Report(Node node, ErrorText message) => context.Report(this, message, node.Location);
}
