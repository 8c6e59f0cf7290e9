namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Whether a paper that uses a short form speaks of the same things as a paper that defines it: both name something that few others
/// do. And in how many papers each name stands.
/// </summary>
internal sealed class SharedContext
{
    /// <summary>A name counts where no more than one of so many papers has it.</summary>
    private const int Rarity = 64;

    /// <summary>Papers that a name may have in a small collection.</summary>
    private const int FewPapers = 4;

    private readonly Dictionary<string, int> papersWith = [];
    private readonly Dictionary<string, List<PaperNames>> definers = [];
    private readonly int maxPapers;

    public SharedContext(IReadOnlyList<PaperNames> papers)
    {
        foreach (var paper in papers)
        {
            foreach (var name in paper.Names) papersWith[name.Key] = papersWith.GetValueOrDefault(name.Key) + 1;
            foreach (var pair in paper.Abbreviations)
                if (paper.DefinedKey(pair.ShortKey) is not null)
                {
                    if (!definers.TryGetValue(pair.ShortKey, out var list)) definers[pair.ShortKey] = list = [];
                    list.Add(paper);
                }
        }

        maxPapers = Math.Max(FewPapers, Quantization.Up(papers.Count) / Rarity);
    }

    /// <summary>Papers that name a key, whether they define it or not.</summary>
    public int PapersWith(string key) => papersWith.GetValueOrDefault(key);

    /// <param name="isMeant">Whether a long form's key is of the meaning that is looked at.</param>
    public bool IsShared(PaperNames paper, string shortKey, Func<string, bool> isMeant)
    {
        if (!definers.TryGetValue(shortKey, out var candidates)) return false;
        var telling = paper.Names.Select(name => name.Key).Where(key => key != shortKey && PapersWith(key) <= maxPapers).ToHashSet();
        return telling.Count > 0 && candidates.Any(definer =>
            definer != paper && isMeant(definer.DefinedKey(shortKey)!) && definer.Names.Any(name => telling.Contains(name.Key)));
    }
}
