using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>An edge as its one end sees it.</summary>
/// <param name="Target">The number of the node at the other end.</param>
/// <param name="Strength">
/// The weight in 248 steps; above those, one bit for each role that an organization has in a paper, or, between two papers, for which of
/// them cites the other and whether they are related: with any of these it weighs 1.
/// </param>
public readonly record struct Edge(int Target, byte Strength)
{
    /// <summary>That of an edge whose weight says nothing.</summary>
    internal const byte Full = 248;

    private const int StrengthBits = 8;

    private const byte CitesBit = 1;
    private const byte CitedBit = 2;
    private const byte RelatedBit = 4;

    /// <summary>How strong it is: above 0, at most 1.</summary>
    public float Weight => Math.Min(1, Strength / (float)Full);

    /// <summary>Whether it is between a paper and an organization that has this role in it.</summary>
    public bool Has(OrganizationRole role) => Strength > Full && (Strength - Full >> (int)role & 1) != 0;

    /// <summary>Of an edge between two papers: whether one of them cites the other.</summary>
    public bool IsCitation => Strength > Full && (Strength - Full & (CitesBit | CitedBit)) != 0;

    /// <summary>Of an edge between two papers: whether the one that sees it cites the other.</summary>
    public bool Cites => Strength > Full && (Strength - Full & CitesBit) != 0;

    /// <summary>Of an edge between two papers: whether they are related.</summary>
    public bool IsRelated => Strength <= Full || (Strength - Full & RelatedBit) != 0;

    /// <summary>The strength of the edge between two papers of which the one that sees it cites the other.</summary>
    internal const byte Citing = Full + CitesBit;

    /// <summary>The edge between two papers as the other one sees it, apart from the target.</summary>
    internal Edge Reverse()
    {
        if (Strength <= Full) return this;
        var bits = Strength - Full;
        var swapped = (Cites ? CitedBit : 0) | ((bits & CitedBit) != 0 ? CitesBit : 0);
        return this with { Strength = (byte)(Full + (bits & RelatedBit | swapped)) };
    }

    /// <summary>What is known by two edges between the same papers: a weight beside a citation says that they are related.</summary>
    internal Edge MergeOfPapers(Edge other) => Strength > Full == other.Strength > Full
        ? Merge(other)
        : this with { Strength = (byte)(Full + ((Strength > Full ? Strength : other.Strength) - Full | RelatedBit)) };

    /// <param name="weight">What is outside 0 to 1 is taken for the nearer of the two; what is below a step is a step.</param>
    internal static byte StrengthOf(float weight) => (byte)Math.Clamp(MathF.Round(weight * Full), 1, Full);

    internal static byte StrengthOf(OrganizationRole role) => (byte)(Full + (1 << (int)role));

    /// <summary>What is known by two edges between the same nodes: the greater weight, the roles of both.</summary>
    internal Edge Merge(Edge other) => this with
    {
        Strength = Strength > Full && other.Strength > Full
            ? (byte)(Full + (Strength - Full | other.Strength - Full))
            : Math.Max(Strength, other.Strength),
    };

    /// <summary>In the order of the nodes that edges lead to.</summary>
    internal uint Pack() => (uint)Target << StrengthBits | Strength;

    internal static Edge Unpack(uint packed) => new((int)(packed >> StrengthBits), (byte)packed);
}
