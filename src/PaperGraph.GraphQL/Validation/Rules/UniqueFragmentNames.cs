using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name. §5.5.1.1</summary>
internal sealed class UniqueFragmentNames(DocumentContext context) : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void Enter(FragmentDefinitionNode node)
    {
        if (known.TryAdd(node.Name, node.Name)) return;
        context.Report(this, $"There can be only one fragment named \"{node.Name}\".", known[node.Name].Location, node.Name.Location);
    }
}
