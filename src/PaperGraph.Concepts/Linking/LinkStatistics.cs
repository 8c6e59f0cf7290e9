using System.Numerics;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// By what weights are reckoned: how many papers there are, and for each feature how many have it, in powers of two. They are counted when
/// all papers are linked, and stay while papers come and go: so a paper that is added changes no weight, and all that can change in the
/// list of another one is that it is in it. They are left behind by no more than this:
/// <list type="bullet">
/// <item>all papers are linked anew, and counted, when a tenth as many have come or gone;</item>
/// <item>a feature gets the level that is right, and all that have it are linked anew, when this is two above the one that it has;</item>
/// <item>a feature that was not counted has the level of its papers when it is met first.</item>
/// </list>
/// </summary>
public static class LinkStatistics
{
    /// <summary>All papers are linked anew when one of so many has come or gone since they were counted.</summary>
    private const int TurnoverIn = 10;

    /// <param name="counted">How many papers there were when they were counted.</param>
    /// <param name="turnover">How many have come or gone since.</param>
    public static bool IsOutgrown(int counted, int turnover) => (long)turnover * TurnoverIn > counted;

    /// <summary>The level of so many papers: at most two to its power, and at least one. That one paper alone has what it has, is not
    /// told from a pair.</summary>
    internal static byte GetLevel(int papers) => (byte)(papers <= 2 ? 1 : BitOperations.Log2((uint)papers - 1) + 1);

    /// <summary>The level of something that all of so many papers have.</summary>
    internal static int GetLevelOfAll(int papers) => BitOperations.Log2((uint)Math.Max(1, papers)) + 1;

    /// <summary>The greatest level of a feature that is read for a paper.</summary>
    internal static int GetLongest(LinkOptions options) => BitOperations.Log2((uint)options.PostingBudget);

    /// <summary>Whether the level of a feature is right no more.</summary>
    internal static bool IsLeftBehind(byte level, int papers) => GetLevel(papers) > level + 1;
}
