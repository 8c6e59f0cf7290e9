using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>An input object is given each field once. §5.6.3</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule
{
    public override void Enter(ObjectValueNode node)
    {
        if (node.Fields.Length < 2) return;
        var known = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            if (known.TryAdd(field.Name, field.Name)) continue;
            context.Report(
                this, $"There can be only one input field named \"{field.Name}\".", known[field.Name].Location, field.Name.Location);
        }
    }
}
