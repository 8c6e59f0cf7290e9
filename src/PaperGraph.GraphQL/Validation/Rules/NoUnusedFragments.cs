using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>Every fragment is spread, directly or through others, by an operation. §5.5.1.4</summary>
internal sealed class NoUnusedFragments(DocumentContext context) : ValidationRule
{
    public override void Leave(DocumentNode node)
    {
        var used = new HashSet<string>(
            node.Operations.SelectMany(context.Uses.Fragments).Select(fragment => fragment.Name.Value), StringComparer.Ordinal);
        foreach (var fragment in node.Fragments)
        {
            if (!used.Contains(fragment.Name))
                context.Report(this, $"Fragment \"{fragment.Name}\" is never used.", fragment.Location);
        }
    }
}
