using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>An argument is defined by the field that it is given to. §5.4.1</summary>
internal sealed class KnownArgumentNames(DocumentContext context) : ValidationRule
{
    public override void Enter(FieldNode node)
    {
        if (context.Types is not { Parent: { } parent, Field: { } field }) return;
        foreach (var argument in node.Arguments)
        {
            if (field.Arguments.Contains(argument.Name)) continue;
            var suggestion = DidYouMean.Among(argument.Name, field.Arguments.Select(known => known.Name));
            context.Report(
                this,
                $"Unknown argument \"{argument.Name}\" on field \"{parent.Name}.{field.Name}\".{suggestion:whole}",
                argument.Location);
        }
    }
}
