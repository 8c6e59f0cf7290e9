using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Execution;

/// <summary>How much an operation asks for, whatever its variables are.</summary>
/// <param name="Depth">How deep fields are nested.</param>
/// <param name="Deepest">A field at that depth.</param>
/// <param name="Fields">Fields and deferred fragments, those of a fragment counted wherever it is spread.</param>
internal readonly record struct OperationSize(int Depth, FieldNode? Deepest, long Fields)
{
    public OperationSize Add(OperationSize other) => new(
        Math.Max(Depth, other.Depth),
        other.Depth > Depth ? other.Deepest : Deepest,
        // More than any limit is enough; spreads of spreads can grow past what a number holds.
        Math.Min(Fields + other.Fields, int.MaxValue));

    public OperationSize Within(FieldNode field) => new(Depth + 1, Deepest ?? field, Fields + 1);

    /// <summary>
    /// Whether a fragment is deferred. A deferred fragment is delivered on its own wherever it is spread, whatever it holds.
    /// </summary>
    public OperationSize Behind(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
            if (directive.Name.Value == DeferAndStream.Defer) return this with { Fields = Fields + 1 };
        return this;
    }
}

/// <summary>
/// Measures operations whose fragments spread each other without cycles. Each fragment is measured once, those it spreads before it,
/// so that nothing here is as deep as fragments are chained.
/// </summary>
internal sealed class OperationMeasurer(IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    private readonly Dictionary<string, OperationSize> measured = new(StringComparer.Ordinal);

    public OperationSize Measure(OperationDefinitionNode operation)
    {
        MeasureSpreads(operation.SelectionSet);
        return Measure(operation.SelectionSet.Selections);
    }

    private void MeasureSpreads(SelectionSetNode selections)
    {
        var open = new Stack<string>(SpreadsIn(selections));
        while (open.TryPeek(out var name))
        {
            if (measured.ContainsKey(name) || !fragments.TryGetValue(name, out var fragment))
            {
                open.Pop();
                continue;
            }
            var missing = SpreadsIn(fragment.SelectionSet).Where(spread => !measured.ContainsKey(spread) && fragments.ContainsKey(spread));
            var before = open.Count;
            foreach (var spread in missing) open.Push(spread);
            if (open.Count == before) measured[name] = Measure(fragment.SelectionSet.Selections);
        }
    }

    private OperationSize Measure(ImmutableArray<SelectionNode> selections)
    {
        var size = default(OperationSize);
        foreach (var selection in selections)
        {
            size = size.Add(selection switch
            {
                FieldNode field => (field.SelectionSet is { } below ? Measure(below.Selections) : default).Within(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet.Selections).Behind(inline.Directives),
                FragmentSpreadNode spread => measured.GetValueOrDefault(spread.Name).Behind(spread.Directives),
                _ => default,
            });
        }
        return size;
    }

    private static List<string> SpreadsIn(SelectionSetNode selections)
    {
        var finder = new SpreadFinder();
        finder.Visit(selections);
        return finder.Names;
    }

    private sealed class SpreadFinder : Visitor
    {
        public List<string> Names { get; } = [];

        public override void Enter(FragmentSpreadNode node) => Names.Add(node.Name);
    }
}
