using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>What the rules for <c>@defer</c> and <c>@stream</c> share: they hold where the schema declares the directive.</summary>
internal static class DeferAndStream
{
    public const string Defer = "defer";
    public const string Stream = "stream";

    public static bool IsDeclared(DocumentContext context, DirectiveNode directive) =>
        directive.Name.Value is Defer or Stream && context.Directive(directive.Name) is not null;

    /// <summary>The literal or variable given for an argument; null where it is not given.</summary>
    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
            if (argument.Name == name) return argument.Value;
        return null;
    }

    public static DirectiveNode? StreamAmong(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
            if (directive.Name == Stream) return directive;
        return null;
    }
}
