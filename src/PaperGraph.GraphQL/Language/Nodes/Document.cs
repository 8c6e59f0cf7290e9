using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

/// <summary>A whole text: executable definitions, a type system, or both.</summary>
public sealed record DocumentNode(Location Location, ImmutableArray<DefinitionNode> Definitions) : Node(Location)
{
    public override NodeKind Kind => NodeKind.Document;

    public IEnumerable<OperationDefinitionNode> Operations => Definitions.OfType<OperationDefinitionNode>();

    public IEnumerable<FragmentDefinitionNode> Fragments => Definitions.OfType<FragmentDefinitionNode>();
}

public abstract record DefinitionNode(Location Location) : Node(Location);

/// <summary>An operation or a fragment.</summary>
public abstract record ExecutableDefinitionNode(
    Location Location,
    StringValueNode? Description,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : DefinitionNode(Location);
