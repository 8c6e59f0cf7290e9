namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Scores as whole numbers of 2⁻²⁰: their sum is the same in whatever order its terms are added, and they and their sums are
/// exact as floating-point numbers.
/// </summary>
internal static class LinkScore
{
    private const int Bits = 20;
    private const int WeightBits = 24;
    private const int StrengthBits = 16;

    public static int FromSingle(float score) => (int)(score * (1 << Bits));

    public static float ToSingle(int score) => (float)score / (1 << Bits);

    /// <summary>Half of a term: what a feature of one paper weighs against any other.</summary>
    public static uint Weight(float weight, ushort strength) => (uint)(weight * strength * (1 << (WeightBits - StrengthBits)));

    /// <summary>What a shared feature adds: its weight in one paper times its strength in the other.</summary>
    public static int Term(uint weight, ushort strength) => (int)(((ulong)weight * strength) >> (WeightBits + StrengthBits - Bits));
}
