using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>An object, interface or input object with its extensions defines each field once. §3.6, §3.7, §3.10</summary>
internal sealed class UniqueFieldDefinitionNames(SdlContext context) : ValidationRule
{
    private readonly Dictionary<(string Type, string Field), Name> known = [];

    public override void Enter(ObjectTypeDefinitionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    public override void Enter(ObjectTypeExtensionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    public override void Enter(InterfaceTypeDefinitionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    public override void Enter(InterfaceTypeExtensionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    public override void Enter(InputObjectTypeDefinitionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    public override void Enter(InputObjectTypeExtensionNode node) => Check(node.Name, node.Fields.Select(field => field.Name));

    private void Check(string type, IEnumerable<Name> fields)
    {
        foreach (var name in fields)
        {
            if (context.Existing?.HasMember(type, name) == true)
            {
                context.Report(
                    this,
                    $"Field \"{type}.{name}\" already exists in the schema. It cannot also be defined in this type extension.",
                    name.Location);
            }
            else if (!known.TryAdd((type, name), name))
            {
                context.Report(this, $"Field \"{type}.{name}\" can only be defined once.", known[(type, name)].Location, name.Location);
            }
        }
    }
}
