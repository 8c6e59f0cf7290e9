using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>A field or directive defines each argument once. §3.6.1, §3.13</summary>
internal sealed class UniqueArgumentDefinitionNames(SdlContext context) : ValidationRule
{
    public override void Enter(ObjectTypeDefinitionNode node) => Check(node.Name, node.Fields);

    public override void Enter(ObjectTypeExtensionNode node) => Check(node.Name, node.Fields);

    public override void Enter(InterfaceTypeDefinitionNode node) => Check(node.Name, node.Fields);

    public override void Enter(InterfaceTypeExtensionNode node) => Check(node.Name, node.Fields);

    public override void Enter(DirectiveDefinitionNode node) => Check($"@{node.Name}", node.Arguments);

    private void Check(string type, ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields) Check($"{type}.{field.Name}", field.Arguments);
    }

    private void Check(string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(same => same.Skip(1).Any()))
        {
            context.Report(
                this,
                $"Argument \"{owner}({same.Key}:)\" can only be defined once.",
                [.. same.Select(argument => argument.Name.Location)]);
        }
    }
}
