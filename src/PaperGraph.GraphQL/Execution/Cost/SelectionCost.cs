namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>What fields cost together, never more than <see cref="Max"/>.</summary>
/// <param name="Spot">The field that alone makes up the largest part.</param>
/// <param name="SpotTotal">The cost of that field.</param>
internal readonly record struct SelectionCost(double Total, PlannedField? Spot, double SpotTotal)
{
    /// <summary>Sums and products stop growing here, where a double is still exact to the unit.</summary>
    public const double Max = 1e15;

    /// <param name="own">What the field costs without what is selected of its values.</param>
    /// <param name="size">How many values it has.</param>
    /// <param name="below">What is selected of each of them.</param>
    public static SelectionCost Create(PlannedField field, double own, double size, SelectionCost below)
    {
        var (ownTotal, spotTotal) = (Saturate(own), Saturate(size * below.SpotTotal));
        var total = Saturate(ownTotal + size * below.Total);
        return below.Spot is null || ownTotal >= spotTotal ? new(total, field, ownTotal) : new(total, below.Spot, spotTotal);
    }

    public SelectionCost Add(SelectionCost other)
    {
        var total = Saturate(Total + other.Total);
        return Spot is null || other.SpotTotal > SpotTotal ? new(total, other.Spot, other.SpotTotal) : this with { Total = total };
    }

    private static double Saturate(double cost) => Math.Min(cost, Max);
}
