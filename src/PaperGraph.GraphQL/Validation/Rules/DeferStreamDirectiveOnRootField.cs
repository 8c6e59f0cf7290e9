using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>Nothing at the root of a mutation or subscription is deferred or streamed.</summary>
internal sealed class DeferStreamDirectiveOnRootField(DocumentContext context) : ValidationRule
{
    public override void Enter(DirectiveNode node)
    {
        if (!DeferAndStream.IsDeclared(context, node) || context.Types.Parent is not { } parent) return;
        var (schema, operation) = (context.Schema, (string?)null);
        if (parent == schema.MutationType) operation = "mutation";
        if (parent == schema.SubscriptionType) operation = "subscription";
        if (operation is null) return;
        context.Report(this, $"Directive \"@{node.Name}\" cannot be used on root {operation} type \"{parent.Name}\".", node.Location);
    }
}
