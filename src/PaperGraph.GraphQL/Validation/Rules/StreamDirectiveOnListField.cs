using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>The directive <c>@stream</c> stands on fields of list types alone.</summary>
internal sealed class StreamDirectiveOnListField(DocumentContext context) : ValidationRule
{
    public override void Enter(DirectiveNode node)
    {
        if (node.Name != DeferAndStream.Stream || !DeferAndStream.IsDeclared(context, node)) return;
        if (context.Parent is not FieldNode || context.Types is not { Field: { } field, Parent: { } parent }) return;
        if (field.Type.Nullable is not ListType)
        {
            context.Report(
                this,
                $"Directive \"@stream\" cannot be used on non-list field \"{parent.Name}.{field.Name}\".",
                node.Location);
        }
    }
}
