using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A label of <c>@defer</c> or <c>@stream</c> is a string, not a variable, and no other has it.</summary>
internal sealed class DeferStreamDirectiveLabel(DocumentContext context) : ValidationRule
{
    private readonly Dictionary<string, DirectiveNode> known = new(StringComparer.Ordinal);

    public override void Enter(DirectiveNode node)
    {
        if (!DeferAndStream.IsDeclared(context, node)) return;
        switch (DeferAndStream.Argument(node, "label"))
        {
            case null or NullValueNode:
                break;
            case StringValueNode label when known.TryAdd(label.Value, node):
                break;
            case StringValueNode label:
                context.Report(
                    this,
                    $"Defer and stream directives must have unique labels, \"{label.Value}\" is used twice.",
                    known[label.Value].Location,
                    node.Location);
                break;
            default:
                context.Report(this, $"The label of directive \"@{node.Name}\" must be a static string.", node.Location);
                break;
        }
    }
}
