using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

/// <summary><c>@name(arguments)</c> where it is applied.</summary>
public sealed record DirectiveNode(Location Location, Name Name, ImmutableArray<ArgumentNode> Arguments) : Node(Location)
{
    public override NodeKind Kind => NodeKind.Directive;
}
