using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A query, mutation or subscription; without a name it may be the only operation of its document.</summary>
public sealed record OperationDefinitionNode(
    Location Location,
    StringValueNode? Description,
    OperationType Operation,
    Name? Name,
    ImmutableArray<VariableDefinitionNode> Variables,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : ExecutableDefinitionNode(Location, Description, Directives, SelectionSet)
{
    public override NodeKind Kind => NodeKind.OperationDefinition;
}

public sealed record VariableDefinitionNode(
    Location Location,
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives) : Node(Location)
{
    public override NodeKind Kind => NodeKind.VariableDefinition;
}
