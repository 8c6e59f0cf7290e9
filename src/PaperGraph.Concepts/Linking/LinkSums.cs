namespace PaperGraph.Concepts.Linking;

/// <summary>Sums for one thread: what each paper has gathered so far, and which papers have gathered anything.</summary>
internal sealed class LinkSums(int papers, LinkOptions options)
{
    /// <summary>Set in the sum of a paper with which more is shared than words. All terms together are far below it.</summary>
    private const int BeyondWords = 1 << 30;

    private readonly int[] sums = new int[papers];
    private readonly List<int> gathered = [];
    private readonly int maxByWords = LinkScore.FromSingle(options.MaxByWords);
    private readonly int minScore = Math.Max(1, LinkScore.FromSingle(options.MinScore));

    public void Add(int paper, int term, bool isWord)
    {
        if (term == 0) return;
        ref var sum = ref sums[paper];
        if (sum == 0) gathered.Add(paper);
        sum += term;
        if (!isWord) sum |= BeyondWords;
    }

    /// <summary>
    /// The papers whose score can be great enough to be related, each with what it is at most: no score is above the sum of what all
    /// shared features add, and words alone add no more than <see cref="LinkOptions.MaxByWords"/>. The sums are empty then.
    /// </summary>
    public List<(int Bound, int Paper)> TakeBounds(int but)
    {
        var bounds = new List<(int, int)>();
        foreach (var paper in gathered)
        {
            var sum = sums[paper];
            sums[paper] = 0;
            var bound = sum >= BeyondWords ? sum - BeyondWords : Math.Min(sum, maxByWords);
            if (paper != but && bound >= minScore) bounds.Add((bound, paper));
        }

        gathered.Clear();
        return bounds;
    }
}
