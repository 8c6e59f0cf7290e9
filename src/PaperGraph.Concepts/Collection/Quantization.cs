using System.Numerics;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Counts of the collection, coarsened: what follows from them changes seldom while the collection grows, so that one more paper
/// changes little but what it names.
/// </summary>
internal static class Quantization
{
    private const int Twentieths = 20;

    /// <summary>The least power of two that is not less.</summary>
    public static int Up(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)count);

    /// <summary>The greatest power of two that is not more; 0 of 0.</summary>
    public static int Down(int count) => count == 0 ? 0 : 1 << BitOperations.Log2((uint)count);

    /// <summary>Rounds a share down to whole twentieths.</summary>
    public static float Share(int part, int whole) => (float)(Twentieths * (long)part / whole) / Twentieths;
}
