using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// What an answer cost: the weights of <see cref="CostAnalysis"/>, over the objects that fields were really resolved for and the values
/// that they really had.
/// </summary>
internal sealed class ActualCost(CostModel model, VariableValues variables, WorkCounter work)
{
    private readonly ArgumentCosts arguments = new(model, variables, work);
    private readonly Stack<ObjectTable> open = new();

    public double Total { get; private set; }

    /// <summary>The fields of a table and everything below them.</summary>
    public void Add(ObjectTable table)
    {
        open.Push(table);
        while (open.TryPop(out var current))
        {
            foreach (var column in current.Columns)
            {
                work.Step();
                if (column is null) continue;
                Total += current.Count * (model.GetWeight(column.Field.Definition) + arguments.ComputeCost(column.Field));
                OpenValues(column);
            }
        }
        Total = Math.Min(Total, SelectionCost.Max);
    }

    /// <summary>The items of lists whose field was counted before.</summary>
    public void Add(ListColumn lists)
    {
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
                Total += table.Count * model.GetWeight(table.Type);
                open.Push(table);
            }
        }
        else if (column is LeafColumn leaves && model.GetWeight(leaves.Type) is var weight and > 0)
        {
            work.Step(leaves.Count);
            for (var i = 0; i < leaves.Count; i++)
                if (leaves.Values[i] is not null) Total += weight;
        }
    }
}
