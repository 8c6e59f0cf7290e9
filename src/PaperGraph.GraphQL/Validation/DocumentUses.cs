using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>
/// Which fragments and variables each operation and fragment names, gathered during the walk; and, with fragments followed, what
/// each operation comes to use.
/// </summary>
internal sealed class DocumentUses(DocumentContext context) : Visitor
{
    private readonly Dictionary<ExecutableDefinitionNode, Direct> direct = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<FragmentDefinitionNode>> reached = [];
    private Direct? current;
    private VariableDefinitionNode? variableDefinition;

    /// <summary>The spreads that stand in a definition itself, in the order of the text.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads(ExecutableDefinitionNode definition) => direct[definition].Spreads;

    /// <summary>The fragments that an operation spreads, directly or through others, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> Fragments(OperationDefinitionNode operation)
    {
        if (reached.TryGetValue(operation, out var known)) return known;
        var found = new List<FragmentDefinitionNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        Follow(operation);
        for (var i = 0; i < found.Count; i++) Follow(found[i]);
        return reached[operation] = found;

        void Follow(ExecutableDefinitionNode definition)
        {
            context.Work.Step(Spreads(definition).Count);
            foreach (var spread in Spreads(definition))
                if (names.Add(spread.Name) && context.TryFragment(spread.Name, out var fragment)) found.Add(fragment);
        }
    }

    /// <summary>Every place where an operation, or a fragment that it spreads, uses a variable.</summary>
    public IEnumerable<VariableUse> Variables(OperationDefinitionNode operation) =>
        VariablesIn(operation).Concat(Fragments(operation).SelectMany(VariablesIn));

    private List<VariableUse> VariablesIn(ExecutableDefinitionNode definition)
    {
        var uses = direct[definition].Variables;
        context.Work.Step(uses.Count + 1);
        return uses;
    }

    public override void Enter(OperationDefinitionNode node) => direct[node] = current = new Direct();

    public override void Enter(FragmentDefinitionNode node) => direct[node] = current = new Direct();

    public override void Enter(FragmentSpreadNode node) => current!.Spreads.Add(node);

    public override void Enter(VariableDefinitionNode node) => variableDefinition = node;

    public override void Enter(VariableNode node)
    {
        if (variableDefinition?.Variable == node) return;
        var types = context.Types;
        current!.Variables.Add(new VariableUse(node, types.InputType, types.InputHasDefault, types.ParentInput));
    }

    private sealed class Direct
    {
        public List<FragmentSpreadNode> Spreads { get; } = [];

        public List<VariableUse> Variables { get; } = [];
    }
}

/// <summary>
/// A variable where a value is expected: of which type (null where that is unknown), whether the place has a default, and the input
/// object whose field it is.
/// </summary>
internal sealed record VariableUse(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? ParentInput);
