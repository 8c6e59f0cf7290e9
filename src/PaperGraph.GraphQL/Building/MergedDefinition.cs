using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Building;

/// <summary>The definition of a type together with its extensions.</summary>
internal sealed record MergedDefinition(TypeDefinitionNode Definition, ImmutableArray<TypeExtensionNode> Extensions)
{
    public string Name => Definition.Name;

    public string? Description => Definition.Description?.Value;

    public IEnumerable<DirectiveNode> Directives => Definition.Directives.Concat(Extensions.SelectMany(extension => extension.Directives));

    public IEnumerable<FieldDefinitionNode> Fields =>
        Parts(node => node switch
        {
            ObjectTypeDefinitionNode found => found.Fields,
            InterfaceTypeDefinitionNode found => found.Fields,
            ObjectTypeExtensionNode found => found.Fields,
            InterfaceTypeExtensionNode found => found.Fields,
            _ => [],
        });

    public IEnumerable<NamedTypeNode> Interfaces =>
        Parts(node => node switch
        {
            ObjectTypeDefinitionNode found => found.Interfaces,
            InterfaceTypeDefinitionNode found => found.Interfaces,
            ObjectTypeExtensionNode found => found.Interfaces,
            InterfaceTypeExtensionNode found => found.Interfaces,
            _ => [],
        });

    public IEnumerable<NamedTypeNode> UnionMembers =>
        Parts(node => node switch
        {
            UnionTypeDefinitionNode found => found.Types,
            UnionTypeExtensionNode found => found.Types,
            _ => [],
        });

    public IEnumerable<EnumValueDefinitionNode> EnumValues =>
        Parts(node => node switch
        {
            EnumTypeDefinitionNode found => found.Values,
            EnumTypeExtensionNode found => found.Values,
            _ => [],
        });

    public IEnumerable<InputValueDefinitionNode> InputFields =>
        Parts(node => node switch
        {
            InputObjectTypeDefinitionNode found => found.Fields,
            InputObjectTypeExtensionNode found => found.Fields,
            _ => [],
        });

    /// <summary>The types that a document defines, extensions merged. Of two definitions with one name the first counts.</summary>
    public static IEnumerable<MergedDefinition> In(DocumentNode document)
    {
        var extensions = document.Definitions.OfType<TypeExtensionNode>().ToLookup(extension => extension.Name.Value);
        return document.Definitions.OfType<TypeDefinitionNode>()
            .DistinctBy(definition => definition.Name.Value)
            .Select(definition => new MergedDefinition(definition, [.. extensions[definition.Name.Value]]));
    }

    private IEnumerable<T> Parts<T>(Func<Node, ImmutableArray<T>> partsOf) =>
        partsOf(Definition).Concat(Extensions.SelectMany(extension => partsOf(extension)));
}
