namespace PaperGraph.Network;

/// <summary>An edge as its one end sees it, in four bytes: the node at the other end, and the weight in 255 steps.</summary>
/// <param name="Bits">The number of the node in the upper 24 bits, the weight in the lower 8.</param>
public readonly record struct Edge(uint Bits)
{
    /// <summary>Nodes have numbers below this.</summary>
    public const int MaxNodes = 1 << TargetBits;

    private const int TargetBits = 24;
    private const int WeightBits = 8;
    private const uint MaxWeight = (1 << WeightBits) - 1;

    /// <summary>The number of the node that it leads to.</summary>
    public int Target => (int)(Bits >> WeightBits);

    /// <summary>How strong it is: above 0, at most 1.</summary>
    public float Weight => (Bits & MaxWeight) / (float)MaxWeight;

    /// <summary>The same edge as the node at its other end sees it.</summary>
    /// <param name="target">The node that it leads to then.</param>
    public Edge WithTarget(int target) => new((uint)target << WeightBits | Bits & MaxWeight);

    /// <param name="weight">What is outside 0 to 1 is taken for the nearer of the two; what is below a step is a step.</param>
    public static Edge Create(int target, float weight) =>
        new((uint)target << WeightBits | (uint)Math.Clamp(MathF.Round(weight * MaxWeight), 1, MaxWeight));
}
