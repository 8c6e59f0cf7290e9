using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What a valid document asks for beyond the limits, whatever its variables are; each with its spot.</summary>
internal sealed class DocumentLimits
{
    private readonly EngineLimits limits;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly List<GraphQLError> errors = [];

    private DocumentLimits(DocumentNode document, EngineLimits limits)
    {
        this.limits = limits;
        fragments = document.Fragments.ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
    }

    public static IReadOnlyList<GraphQLError> Passed(DocumentNode document, EngineLimits limits)
    {
        var passed = new DocumentLimits(document, limits);
        var sizes = new OperationMeasurer(passed.fragments);
        foreach (var operation in document.Operations)
        {
            passed.CheckRootFields(operation);
            passed.CheckSize(sizes.Measure(operation), operation);
        }
        passed.CheckSpots(document);
        return passed.errors;
    }

    private void CheckSize(OperationSize size, OperationDefinitionNode operation)
    {
        if (size.Depth > limits.MaxDepth)
        {
            Report(
                $"\"{Excerpt.From(size.Deepest!.ResponseName)}\" is {size.Depth} fields deep; the limit MaxDepth is {limits.MaxDepth}. "
                + "Ask for it in a request of its own.",
                ErrorCodes.DepthLimit,
                size.Deepest);
        }
        if (size.Fields > limits.MaxFields)
        {
            Report(
                $"The operation asks for more fields and deferred fragments than the limit MaxFields, which is {limits.MaxFields}. "
                + "Ask for them in several requests.",
                ErrorCodes.FieldLimit,
                operation);
        }
    }

    /// <summary>Fragments are followed, each once.</summary>
    private void CheckRootFields(OperationDefinitionNode operation)
    {
        var count = 0;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is InlineFragmentNode inline) open.Push(inline.SelectionSet);
                else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name)) open.Push(fragments[spread.Name].SelectionSet);
                else if (selection is FieldNode && ++count == limits.MaxRootFields + 1)
                {
                    Report(
                        $"The operation has more fields at its root than the limit MaxRootFields, which is {limits.MaxRootFields}. "
                        + "Ask for them in several requests.",
                        ErrorCodes.RootFieldLimit,
                        selection);
                }
            }
        }
    }

    private void CheckSpots(DocumentNode document) => new SpotChecks(this).Visit(document);

    private void Report(string message, string code, Node spot) =>
        errors.Add(new GraphQLError(message) { Code = code, Locations = [spot.Location] });

    /// <summary>What is counted where it is written, operations and fragments together.</summary>
    private sealed class SpotChecks(DocumentLimits owner) : Visitor
    {
        private readonly EngineLimits limits = owner.limits;
        private int aliases;
        private bool introspects;

        public override void Enter(FieldNode node)
        {
            CheckDirectives(node, node.Directives.Length);
            if (node.Alias is not null && ++aliases == limits.MaxAliases + 1)
            {
                owner.Report(
                    $"The document has more aliases than the limit MaxAliases, which is {limits.MaxAliases}.", ErrorCodes.AliasLimit, node);
            }
            if (limits.AllowIntrospection || introspects || node.Name.Value is not ("__schema" or "__type")) return;
            introspects = true;
            owner.Report("The schema is not told here: AllowIntrospection is off.", ErrorCodes.IntrospectionNotAllowed, node);
        }

        public override void Enter(OperationDefinitionNode node) => CheckDirectives(node, node.Directives.Length);

        public override void Enter(FragmentDefinitionNode node) => CheckDirectives(node, node.Directives.Length);

        public override void Enter(FragmentSpreadNode node) => CheckDirectives(node, node.Directives.Length);

        public override void Enter(InlineFragmentNode node) => CheckDirectives(node, node.Directives.Length);

        public override void Enter(VariableDefinitionNode node) => CheckDirectives(node, node.Directives.Length);

        private void CheckDirectives(Node spot, int count)
        {
            if (count <= limits.MaxDirectives) return;
            owner.Report(
                $"{count} directives stand here; the limit MaxDirectives is {limits.MaxDirectives}.", ErrorCodes.DirectiveLimit, spot);
        }
    }
}
