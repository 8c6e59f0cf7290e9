using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>An enum with its extensions defines each value once. §3.9</summary>
internal sealed class UniqueEnumValueNames(SdlContext context) : ValidationRule
{
    private readonly Dictionary<(string Type, string Value), Name> known = [];

    public override void Enter(EnumTypeDefinitionNode node) => Check(node.Name, node.Values);

    public override void Enter(EnumTypeExtensionNode node) => Check(node.Name, node.Values);

    private void Check(string type, ImmutableArray<EnumValueDefinitionNode> values)
    {
        foreach (var name in values.Select(value => value.Name))
        {
            if (context.Existing?.HasMember(type, name) == true)
            {
                context.Report(
                    this,
                    $"Enum value \"{type}.{name}\" already exists in the schema. It cannot also be defined in this type extension.",
                    name.Location);
            }
            else if (!known.TryAdd((type, name), name))
            {
                context.Report(
                    this, $"Enum value \"{type}.{name}\" can only be defined once.", known[(type, name)].Location, name.Location);
            }
        }
    }
}
