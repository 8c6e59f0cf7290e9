using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable stands once in a place. A type and its extensions are one place, and so are a schema and its
/// extensions. §5.7.3
/// </summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> ofTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> ofSchema = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> here = new(StringComparer.Ordinal);
    private Node? place;

    public override void Enter(DirectiveNode node)
    {
        if (context.Directive(node.Name) is not { IsRepeatable: false }) return;
        var known = KnownAt(context.Parent);
        if (known.TryAdd(node.Name, node)) return;
        context.Report(
            this,
            $"The directive \"@{node.Name}\" can only be used once at this location.",
            known[node.Name].Location,
            node.Location);
    }

    private Dictionary<string, DirectiveNode> KnownAt(Node parent)
    {
        switch (parent)
        {
            case SchemaDefinitionNode or SchemaExtensionNode: return ofSchema;
            case TypeDefinitionNode type: return KnownOfType(type.Name);
            case TypeExtensionNode type: return KnownOfType(type.Name);
        }
        if (place != parent)
        {
            here.Clear();
            place = parent;
        }
        return here;
    }

    private Dictionary<string, DirectiveNode> KnownOfType(string name)
    {
        if (!ofTypes.TryGetValue(name, out var known))
            ofTypes[name] = known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        return known;
    }
}
