using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>
/// Nothing in a subscription, or in a fragment that it spreads, is deferred or streamed unless its <c>if</c> can turn that off.
/// </summary>
internal sealed class DeferStreamDirectiveOnValidOperations(DocumentContext context) : ValidationRule
{
    private readonly List<(Node Definition, DirectiveNode Directive)> unconditional = [];

    public override void Enter(DirectiveNode node)
    {
        if (!DeferAndStream.IsDeclared(context, node)) return;
        var canBeOff = DeferAndStream.Argument(node, "if") is BooleanValueNode { Value: false } or VariableNode;
        if (!canBeOff) unconditional.Add((context.Definition, node));
    }

    public override void Leave(DocumentNode node)
    {
        if (unconditional.Count == 0) return;
        var ofSubscriptions = new HashSet<Node>();
        foreach (var subscription in node.Operations.Where(operation => operation.Operation == OperationType.Subscription))
        {
            ofSubscriptions.Add(subscription);
            ofSubscriptions.UnionWith(context.Uses.Fragments(subscription));
        }
        foreach (var (definition, directive) in unconditional)
        {
            if (!ofSubscriptions.Contains(definition)) continue;
            context.Report(
                this,
                $"Directive \"@{directive.Name}\" is not supported on subscription operations. "
                    + $"Disable it by setting the \"if\" argument to \"false\".",
                directive.Location);
        }
    }
}
