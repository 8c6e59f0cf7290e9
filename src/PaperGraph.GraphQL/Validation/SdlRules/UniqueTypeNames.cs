using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>No two types have the same name. §3.3</summary>
internal sealed class UniqueTypeNames(SdlContext context) : ValidationRule
{
    private readonly Dictionary<string, Name> known = new(StringComparer.Ordinal);

    public override void Enter(DocumentNode node)
    {
        foreach (var type in node.Definitions.OfType<TypeDefinitionNode>()) Check(type.Name);
    }

    private void Check(Name name)
    {
        if (context.Existing?.Types.ContainsKey(name) == true)
        {
            context.Report(
                this, $"Type \"{name}\" already exists in the schema. It cannot also be defined in this type definition.", name.Location);
        }
        else if (!known.TryAdd(name, name))
        {
            context.Report(this, $"There can be only one type named \"{name}\".", known[name].Location, name.Location);
        }
    }
}
