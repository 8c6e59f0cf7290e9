using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>No two directives have the same name. §3.13</summary>
internal sealed class UniqueDirectiveNames(SdlContext context) : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void Enter(DirectiveDefinitionNode node)
    {
        var name = node.Name;
        if (context.Existing?.HasDirective(name) == true)
            context.Report(this, $"Directive \"@{name}\" already exists in the schema. It cannot be redefined.", name.Location);
        else if (!known.TryAdd(name, name))
            context.Report(this, $"There can be only one directive named \"@{name}\".", known[name].Location, name.Location);
    }
}
