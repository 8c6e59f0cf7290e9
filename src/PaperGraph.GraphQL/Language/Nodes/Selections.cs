using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

/// <summary>What stands between braces; never empty.</summary>
public sealed record SelectionSetNode(Location Location, ImmutableArray<SelectionNode> Selections) : Node(Location)
{
    public override NodeKind Kind => NodeKind.SelectionSet;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(Location Location, ImmutableArray<DirectiveNode> Directives) : Node(Location);

public sealed record FieldNode(
    Location Location,
    Name? Alias,
    Name Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet) : SelectionNode(Location, Directives)
{
    public override NodeKind Kind => NodeKind.Field;

    /// <summary>The key of this field in the response: its alias, else its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed record ArgumentNode(Location Location, Name Name, ValueNode Value) : Node(Location)
{
    public override NodeKind Kind => NodeKind.Argument;
}
