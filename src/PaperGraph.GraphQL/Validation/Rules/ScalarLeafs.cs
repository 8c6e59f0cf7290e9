using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A field has sub-fields selected if its type has fields, and not otherwise. §5.3.3</summary>
internal sealed class ScalarLeafs(DocumentContext context) : ValidationRule
{
    public override void Enter(FieldNode node)
    {
        if (context.Types is not { Type: { } type, Field: not null }) return;
        var isLeaf = type.Named is not CompositeType;
        if (isLeaf && node.SelectionSet is { } selections)
        {
            context.Report(
                this,
                $"Field \"{node.Name}\" must not have a selection since type \"{type}\" has no subfields.",
                selections.Location);
        }
        else if (!isLeaf && node.SelectionSet is null)
        {
            context.Report(
                this,
                $"Field \"{node.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{node.Name} {{ ... }}\"?",
                node.Location);
        }
    }
}
