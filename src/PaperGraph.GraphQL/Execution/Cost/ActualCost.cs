using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// What an answer cost: the weights of <see cref="CostAnalysis"/>, over the objects that fields were really resolved for and the values
/// that they really had. It is no work that goes on for long: columns are looked at, and of values those alone whose type has a weight.
/// </summary>
internal sealed class ActualCost(CostModel model, VariableValues variables)
{
    private ArgumentCosts? arguments;
    private Stack<ObjectTable>? open;
    private ObjectTable? uncounted;
    private double total;

    public double Total
    {
        get
        {
            if (uncounted is { } table)
            {
                uncounted = null;
                Add(table);
            }
            return total;
        }
    }

    /// <summary>The whole answer, to be counted when it is asked what it cost; while its response is not disposed of.</summary>
    public void AddLater(ObjectTable table) => uncounted = table;

    /// <summary>The fields of a table and everything below them.</summary>
    public void Add(ObjectTable table)
    {
        open ??= new();
        arguments ??= new(model, variables, WorkCounter.Endless);
        open.Push(table);
        while (open.TryPop(out var current))
        {
            foreach (var column in current.Columns)
            {
                if (column is null) continue;
                total += current.Count * (model.GetWeight(column.Field.Definition) + arguments.ComputeCost(column.Field));
                OpenValues(column);
            }
        }
        total = Math.Min(total, SelectionCost.Max);
    }

    /// <summary>The items of lists whose field was counted before.</summary>
    public void Add(ListColumn lists)
    {
        open ??= new();
        OpenValues(lists);
        if (open.TryPop(out var table)) Add(table);
    }

    private void OpenValues(Column? column)
    {
        while (column is ListColumn lists) column = lists.Items;
        if (column is ObjectColumn objects)
        {
            foreach (var table in objects.Tables)
            {
                total += table.Count * model.GetWeight(table.Type);
                open!.Push(table);
            }
        }
        else if (column is LeafColumn leaves && model.GetWeight(leaves.Type) is var weight and > 0)
        {
            for (var i = 0; i < leaves.Count; i++)
                if (leaves.Values[i] is not null) total += weight;
        }
    }
}
