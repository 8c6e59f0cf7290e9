using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A variable is of an input type. §5.8.2</summary>
internal sealed class VariablesAreInputTypes(DocumentContext context) : ValidationRule
{
    public override void Enter(VariableDefinitionNode node)
    {
        if (context.Schema.ResolveType(node.Type) is { IsInput: false } type)
        {
            context.Report(this, $"Variable \"${node.Variable.Name}\" cannot be non-input type \"{type}\".", node.Type.Location);
        }
    }
}
