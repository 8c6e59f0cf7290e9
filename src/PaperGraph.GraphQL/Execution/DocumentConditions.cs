using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The conditions of a document: directives that decide what is answered, and when.</summary>
/// <param name="Variables">The variables that conditions name, each once.</param>
/// <param name="Incremental">The directives defer and stream.</param>
internal sealed record DocumentConditions(ImmutableArray<string> Variables, ImmutableArray<DirectiveNode> Incremental)
{
    public static DocumentConditions From(DocumentNode document)
    {
        var finder = new Finder();
        finder.Visit(document);
        return new DocumentConditions([.. finder.Variables], [.. finder.Incremental]);
    }

    private sealed class Finder : Visitor
    {
        public HashSet<string> Variables { get; } = new(StringComparer.Ordinal);

        public List<DirectiveNode> Incremental { get; } = [];

        public override void Enter(DirectiveNode node)
        {
            if (node.Name.Value is not ("skip" or "include" or "defer" or "stream")) return;
            if (node.Name.Value is "defer" or "stream") Incremental.Add(node);
            if (node.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value is VariableNode variable)
                Variables.Add(variable.Name);
        }
    }
}
