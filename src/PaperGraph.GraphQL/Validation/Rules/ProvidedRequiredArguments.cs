using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A field is given every argument that is non-null and has no default. §5.4.3</summary>
internal sealed class ProvidedRequiredArguments(DocumentContext context) : ValidationRule
{
    public override void Enter(FieldNode node)
    {
        if (context.Types.Field is not { } field) return;
        foreach (var required in field.Arguments)
        {
            if (!required.IsRequired || node.Arguments.Any(argument => argument.Name == required.Name)) continue;
            context.Report(
                this,
                $"Field \"{field.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was not provided.",
                node.Location);
        }
    }
}
