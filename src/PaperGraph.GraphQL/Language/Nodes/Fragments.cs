using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public sealed record FragmentDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    NamedTypeNode TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : ExecutableDefinitionNode(Location, Description, Directives, SelectionSet)
{
    public override NodeKind Kind => NodeKind.FragmentDefinition;
}

/// <summary>A fragment spread: <c>...Name</c>.</summary>
public sealed record FragmentSpreadNode(Location Location, Name Name, ImmutableArray<DirectiveNode> Directives)
    : SelectionNode(Location, Directives)
{
    public override NodeKind Kind => NodeKind.FragmentSpread;
}

/// <summary><c>... on Type { }</c>; without a type it applies to the enclosing one.</summary>
public sealed record InlineFragmentNode(
    Location Location,
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : SelectionNode(Location, Directives)
{
    public override NodeKind Kind => NodeKind.InlineFragment;
}
