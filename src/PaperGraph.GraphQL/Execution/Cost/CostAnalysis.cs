using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// The cost of a planned operation with the variables of a request, before anything of it is executed. Resolving a field costs its
/// weight and that of its arguments once for each parent; each of its values costs the weight of its type and what is selected of it.
/// A value of an abstract type costs what the costliest of the possible types would. The root object costs nothing.
/// </summary>
internal sealed class CostAnalysis(Schema schema, VariableValues variables, WorkCounter work)
{
    /// <summary>
    /// Planned fields that are looked at, those of each possible type counted; past that the cost is the highest there is. Selections
    /// on abstract types inside one another can be made up of the fields of a document in more ways than can be counted.
    /// </summary>
    private const int MaxFieldsPlanned = 10_000;

    private readonly CostModel model = schema.Costs;
    private readonly ArgumentCosts arguments = new(schema.Costs, variables, work);
    private readonly Stack<Visit> open = new();
    private readonly Dictionary<SelectionKey, ValueCost> known = [];
    private int planned;

    /// <summary>A field whose size the schema wants to be told; null where there is none.</summary>
    public GraphQLError? Problem { get; private set; }

    public SelectionCost ComputeCost(Plan plan)
    {
        var root = new Visit(null, plan.Selection, 1, null);
        open.Push(root);
        while (open.TryPeek(out var visit))
        {
            work.Step();
            if (visit.NextField() is { } field)
            {
                Enter(visit, field);
            }
            else if (visit.NextType() is { } type)
            {
                planned += visit.Begin(type, model.GetWeight(type), work);
                if (planned > MaxFieldsPlanned) return new SelectionCost(SelectionCost.Max, visit.Owner, SelectionCost.Max);
            }
            else
            {
                open.Pop();
                if (visit.Owner is not { } owner) continue;
                if (visit.Selection.Type.IsAbstract) known[visit.Key] = visit.Costliest;
                open.Peek().Add(ComputeCost(owner, visit.Size, visit.Costliest));
            }
        }
        return root.Costliest.Selection;
    }

    private void Enter(Visit parent, PlannedField field)
    {
        var (size, slice) = ComputeSizes(field, parent.Slice);
        if (field.SubSelection is not { } selection)
        {
            parent.Add(ComputeCost(field, size, new ValueCost(model.GetWeight(field.Definition.Type.Named), default)));
            return;
        }
        var visit = new Visit(field, selection, size, slice);
        if (selection.Type.IsAbstract && known.TryGetValue(visit.Key, out var cost)) parent.Add(ComputeCost(field, size, cost));
        else open.Push(visit);
    }

    private SelectionCost ComputeCost(PlannedField field, double size, ValueCost value) => SelectionCost.Create(
        field, model.GetWeight(field.Definition) + arguments.ComputeCost(field) + size * value.Type, size, value.Selection);

    /// <summary>How many values a field has for a parent, and what it says of lists below it.</summary>
    private (double Size, Slice? Below) ComputeSizes(PlannedField field, Slice? around)
    {
        var (size, isSized) = (1.0, false);
        if (around is not null && around.Directive.SizedFields.Contains(field.Name)) (size, isSized) = (around.Size, true);
        if (model.FindSize(field.Definition) is not { } directive) return (size, null);
        if (directive.Problem(field, variables) is { } problem)
            Problem ??= new GraphQLError(problem) { Code = ErrorCodes.BadUserInput, Locations = [field.Nodes[0].Location] };
        var own = directive.ComputeSize(field, variables);
        if (!directive.SizedFields.IsEmpty) return (size, new Slice(directive, own));
        return (isSized ? size : own, null);
    }

    /// <summary>What a value costs: the weight of its type, and what is selected of it.</summary>
    private readonly record struct ValueCost(double Type, SelectionCost Selection)
    {
        public double Total => Type + Selection.Total;
    }

    /// <summary>A selection, gone through once for each type that its value may have.</summary>
    private sealed class Visit(PlannedField? owner, SelectionPlan selection, double size, Slice? slice)
    {
        private PlannedField[] fields = [];
        private ValueCost current;
        private int nextType;
        private int nextField;

        public PlannedField? Owner => owner;

        public SelectionPlan Selection => selection;

        public double Size => size;

        public Slice? Slice => slice;

        public SelectionKey Key => new(selection.Type, selection.Sets, slice);

        public ValueCost Costliest { get; private set; }

        public PlannedField? NextField() => nextField < fields.Length ? fields[nextField++] : null;

        /// <summary>The next possible type, after the previous one is closed; null after the last.</summary>
        public ObjectType? NextType()
        {
            if (current.Total >= Costliest.Total) Costliest = current;
            return nextType < selection.PossibleTypes.Length ? selection.PossibleTypes[nextType++] : null;
        }

        /// <summary>How many fields are selected of the type.</summary>
        public int Begin(ObjectType type, double weight, WorkCounter work)
        {
            var planned = selection.For(type, work);
            fields = planned.Deferred.Length == 0 ? planned.Fields : [.. planned.All];
            nextField = 0;
            current = new ValueCost(weight, default);
            return fields.Length;
        }

        public void Add(SelectionCost cost) => current = current with { Selection = current.Selection.Add(cost) };
    }
}
