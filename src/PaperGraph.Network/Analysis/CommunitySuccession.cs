namespace PaperGraph.Network.Analysis;

/// <summary>Which communities of an analysis are those of the one before: what a person has the address of stays what it is.</summary>
public static class CommunitySuccession
{
    /// <summary>
    /// A community succeeds the one with which it has the most papers in common, where these are more than half of the papers that had a
    /// community before and are in either.
    /// </summary>
    /// <param name="papers">Of each paper the community that it was in, by id, and the one that it is in now, by number.</param>
    /// <returns>The ids of the communities before, by the numbers of those that succeed them.</returns>
    public static IReadOnlyDictionary<int, long> Match(IEnumerable<(long Before, int Now)> papers)
    {
        var common = papers.CountBy(paper => paper).ToList();
        var before = common.GroupBy(pair => pair.Key.Before).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var now = common.GroupBy(pair => pair.Key.Now).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        // More than half of both together leaves one partner at most on either side.
        return common
            .Where(pair => 3 * pair.Value > before[pair.Key.Before] + now[pair.Key.Now])
            .ToDictionary(pair => pair.Key.Now, pair => pair.Key.Before);
    }
}
