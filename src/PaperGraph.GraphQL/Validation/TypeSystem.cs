using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation;

/// <summary>The definitions of a document by name, extensions taken into account; of two with the same name, the first.</summary>
internal sealed class TypeSystem
{
    private readonly Dictionary<OperationType, string> rootTypes = [];
    private readonly HashSet<(string Type, string Member)> members = [];

    public TypeSystem(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case TypeDefinitionNode type: Types.TryAdd(type.Name, type); break;
                case DirectiveDefinitionNode directive: Directives.TryAdd(directive.Name, directive); break;
            }
            AddRootTypes(definition);
            AddMembers(definition);
        }
        if (!document.Definitions.Any(definition => definition is SchemaDefinitionNode)) AddDefaultRootTypes();
    }

    public Dictionary<string, TypeDefinitionNode> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    public bool HasRootTypes => rootTypes.Count > 0;

    public string? RootType(OperationType operation) => rootTypes.GetValueOrDefault(operation);

    /// <summary>Whether a type has a field, an input field or an enum value of that name.</summary>
    public bool HasMember(string type, string member) => members.Contains((type, member));

    /// <summary>Whether the document defines the directive, or every schema has it.</summary>
    public bool HasDirective(string name) => Directives.ContainsKey(name) || SpecifiedDefinitions.Directives.ContainsKey(name);

    private void AddRootTypes(DefinitionNode definition)
    {
        var operationTypes = definition switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes,
            SchemaExtensionNode schema => schema.OperationTypes,
            _ => [],
        };
        foreach (var root in operationTypes) rootTypes.TryAdd(root.Operation, root.Type.Name);
    }

    private void AddDefaultRootTypes()
    {
        foreach (var operation in Enum.GetValues<OperationType>())
            if (Types.ContainsKey(operation.ToString())) rootTypes.TryAdd(operation, operation.ToString());
    }

    private void AddMembers(DefinitionNode definition)
    {
        var (type, names) = definition switch
        {
            ObjectTypeDefinitionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            ObjectTypeExtensionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            InterfaceTypeDefinitionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            InterfaceTypeExtensionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            InputObjectTypeDefinitionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            InputObjectTypeExtensionNode node => (node.Name, node.Fields.Select(field => field.Name)),
            EnumTypeDefinitionNode node => (node.Name, node.Values.Select(value => value.Name)),
            EnumTypeExtensionNode node => (node.Name, node.Values.Select(value => value.Name)),
            _ => (default, Enumerable.Empty<Name>()),
        };
        foreach (var name in names) members.Add((type, name));
    }
}
