using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public sealed partial class Printer
{
    private void WriteTypeSystemDefinition(TypeSystemDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                output.Append("schema");
                WriteDirectives(schema.Directives);
                WriteBody(schema.OperationTypes);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteHead("scalar", scalar.Name, [], scalar.Directives);
                break;
            case ObjectTypeDefinitionNode type:
                WriteHead("type", type.Name, type.Interfaces, type.Directives);
                WriteBody(type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                WriteHead("interface", type.Name, type.Interfaces, type.Directives);
                WriteBody(type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WriteHead("union", union.Name, [], union.Directives);
                WriteMembers(union.Types);
                break;
            case EnumTypeDefinitionNode type:
                WriteHead("enum", type.Name, [], type.Directives);
                WriteBody(type.Values);
                break;
            case InputObjectTypeDefinitionNode input:
                WriteHead("input", input.Name, [], input.Directives);
                WriteBody(input.Fields);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
        }
    }

    private void WriteExtension(TypeSystemExtensionNode extension)
    {
        output.Append("extend ");
        switch (extension)
        {
            case SchemaExtensionNode schema:
                output.Append("schema");
                WriteDirectives(schema.Directives);
                WriteBody(schema.OperationTypes);
                break;
            case ScalarTypeExtensionNode scalar:
                WriteHead("scalar", scalar.Name, [], scalar.Directives);
                break;
            case ObjectTypeExtensionNode type:
                WriteHead("type", type.Name, type.Interfaces, type.Directives);
                WriteBody(type.Fields);
                break;
            case InterfaceTypeExtensionNode type:
                WriteHead("interface", type.Name, type.Interfaces, type.Directives);
                WriteBody(type.Fields);
                break;
            case UnionTypeExtensionNode union:
                WriteHead("union", union.Name, [], union.Directives);
                WriteMembers(union.Types);
                break;
            case EnumTypeExtensionNode type:
                WriteHead("enum", type.Name, [], type.Directives);
                WriteBody(type.Values);
                break;
            case InputObjectTypeExtensionNode input:
                WriteHead("input", input.Name, [], input.Directives);
                WriteBody(input.Fields);
                break;
        }
    }

    private void WriteHead(
        string keyword, Name name, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives)
    {
        output.Append(keyword).Append(' ').Append(name.Value);
        WriteList(" implements ", interfaces, " & ", "");
        WriteDirectives(directives);
    }

    private void WriteBody(IReadOnlyList<Node> members)
    {
        if (members.Count == 0) return;
        output.Append(' ');
        WriteBlock(members);
    }

    private void WriteMembers(ImmutableArray<NamedTypeNode> types) => WriteList(" = ", types, " | ", "");

    private void WriteOperationType(OperationTypeDefinitionNode root) =>
        output.Append(Keyword(root.Operation)).Append(": ").Append(root.Type.Name.Value);

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        output.Append(field.Name.Value);
        WriteArgumentDefinitions(field.Arguments);
        output.Append(": ");
        Write(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.Any(argument => argument.Description is not null)) WriteLines('(', arguments, ')');
        else WriteList("(", arguments, ", ", ")");
    }

    private void WriteInputValue(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        output.Append(input.Name.Value).Append(": ");
        Write(input.Type);
        WriteDefault(input.DefaultValue);
        WriteDirectives(input.Directives);
    }

    private void WriteEnumValue(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        output.Append(value.Name.Value);
        WriteDirectives(value.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        output.Append("directive @").Append(directive.Name.Value);
        WriteArgumentDefinitions(directive.Arguments);
        if (directive.IsRepeatable) output.Append(" repeatable");
        output.Append(" on ").AppendJoin(" | ", directive.Locations);
    }
}
