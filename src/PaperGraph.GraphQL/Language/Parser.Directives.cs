using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // Directives[Const] : Directive[?Const]+
    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        var first = pending.Count;
        while (Peek(TokenKind.At)) pending.Add(ParseDirective(isConstant));
        return Collect<DirectiveNode>(first);
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode ParseDirective(bool isConstant)
    {
        var start = Expect(TokenKind.At).Location;
        var name = ParseName();
        var arguments = ParseArguments(isConstant);
        return new DirectiveNode(From(start), name, arguments);
    }
}
