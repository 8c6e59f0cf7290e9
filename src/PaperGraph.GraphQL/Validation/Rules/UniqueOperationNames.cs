using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name. §5.2.2.1</summary>
internal sealed class UniqueOperationNames(DocumentContext context) : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void Enter(OperationDefinitionNode node)
    {
        if (node.Name is not { } name || known.TryAdd(name, name)) return;
        context.Report(this, $"There can be only one operation named \"{name}\".", known[name].Location, name.Location);
    }
}
