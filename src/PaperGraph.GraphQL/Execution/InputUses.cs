using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// How many values the arguments of an operation come to hold, before any of them is made: the literals that are written in them, and how
/// often they use each variable. What stands in a fragment counts as often as the fragment is spread.
/// </summary>
internal sealed class InputUses
{
    /// <summary>More than any limit; what is counted stops growing here.</summary>
    private const double MaxTotal = 1e15;

    private readonly Dictionary<string, Use> ofVariables = new(StringComparer.Ordinal);
    private Use ofLiterals;

    private InputUses()
    {
    }

    public static InputUses Count(
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        WorkCounter work)
    {
        var uses = new InputUses();
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        uses.Count(operation, 1, times, work);
        foreach (var fragment in SortBySpreads(operation, fragments, work)) uses.Count(fragment, times[fragment.Name], times, work);
        return uses;
    }

    /// <summary>
    /// What is wrong where the values are too many, at the argument that brings the most of them; null where they are not.
    /// </summary>
    public GraphQLError? Passed(VariableValues variables, int limit)
    {
        var (total, most, what) = (ofLiterals.Times, ofLiterals, "");
        foreach (var (name, use) in ofVariables)
        {
            var size = variables.GetSize(name);
            var values = use.Times * size;
            total += values;
            if (values <= most.Times) continue;
            most = use with { Times = values };
            what = FormattableString.Invariant(
                $" Variable \"${Excerpt.From(name)}\" makes up {values:0} of them: it holds {size}, and is used {use.Times:0} times.");
        }
        if (total <= limit) return null;
        var all = FormattableString.Invariant(
            $"The arguments hold {Math.Min(total, MaxTotal):0} values; the limit MaxInputValues is {limit}.");
        return new GraphQLError($"{all}{what} Send fewer of them at once.")
        {
            Code = ErrorCodes.InputSizeLimit,
            Locations = most.First is { } spot ? [spot.Location] : [],
        };
    }

    /// <summary>The fragments that an operation comes to spread, each behind all that spread it.</summary>
    private static List<FragmentDefinitionNode> SortBySpreads(
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        WorkCounter work)
    {
        var done = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(FragmentDefinitionNode? Fragment, List<string> Spreads, int Next)>([(null, SpreadsIn(operation), 0)]);
        while (open.TryPop(out var current))
        {
            work.Step();
            if (current.Next == current.Spreads.Count)
            {
                if (current.Fragment is not null) done.Add(current.Fragment);
                continue;
            }
            open.Push(current with { Next = current.Next + 1 });
            var name = current.Spreads[current.Next];
            if (seen.Add(name) && fragments.TryGetValue(name, out var fragment)) open.Push((fragment, SpreadsIn(fragment), 0));
        }
        done.Reverse();
        return done;
    }

    private static List<string> SpreadsIn(ExecutableDefinitionNode definition)
    {
        var counter = new Counter(null, WorkCounter.Endless);
        counter.Visit(definition);
        return counter.Spreads;
    }

    private void Count(ExecutableDefinitionNode definition, double times, Dictionary<string, double> ofFragments, WorkCounter work)
    {
        var counter = new Counter((value, spot) => Add(value, spot, times), work);
        counter.Visit(definition);
        foreach (var name in counter.Spreads) ofFragments[name] = Math.Min(ofFragments.GetValueOrDefault(name) + times, MaxTotal);
    }

    private void Add(ValueNode value, ArgumentNode spot, double times)
    {
        if (value is not VariableNode { Name.Value: var name }) ofLiterals = ofLiterals.And(times, spot);
        else ofVariables[name] = ofVariables.GetValueOrDefault(name).And(times, spot);
    }

    /// <param name="First">The first of the arguments.</param>
    private readonly record struct Use(double Times, ArgumentNode? First)
    {
        public Use And(double times, ArgumentNode spot) => new(Math.Min(Times + times, MaxTotal), First ?? spot);
    }

    /// <summary>The values in arguments of fields, and the fragments that are spread. Values of directives are not made.</summary>
    private sealed class Counter(Action<ValueNode, ArgumentNode>? onValue, WorkCounter work) : Visitor
    {
        private bool isInDirective;
        private ArgumentNode? argument;

        public List<string> Spreads { get; } = [];

        public override void Enter(FragmentSpreadNode node) => Spreads.Add(node.Name);

        public override void Enter(DirectiveNode node) => isInDirective = true;

        public override void Leave(DirectiveNode node) => isInDirective = false;

        public override void Enter(ArgumentNode node) => argument = node;

        public override void Leave(ArgumentNode node) => argument = null;

        internal override void EnterAny(Node node)
        {
            work.Step();
            if (node is ValueNode value && argument is not null && !isInDirective) onValue?.Invoke(value, argument);
            base.EnterAny(node);
        }
    }
}
