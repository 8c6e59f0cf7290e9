namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Ranks the papers that may be related to one. They are compared in the order of what their scores are at most, until none of the others
/// can reach the last of the best: so few have to be known with all their features.
/// </summary>
/// <param name="bounds">From <see cref="LinkSearch.Bounds"/>.</param>
/// <param name="ids">The ids of papers, by their numbers.</param>
/// <param name="ties">Of papers with one score the one with the lesser tie comes first; by the numbers of those that are compared.</param>
internal sealed class LinkRanking(
    LinkSearch search, int paper, List<(int Bound, int Paper)> bounds, IReadOnlyList<long> ids, IReadOnlyList<long> ties)
{
    private readonly PriorityQueue<int, Rank> best = new(search.Options.MaxRelated + 1);
    private readonly int depth = search.Depth(paper);
    private readonly SharedFeatures shared = search.CreateShared();
    private int next;
    private int floor = Math.Max(1, LinkScore.FromSingle(search.Options.MinScore));

    public int Paper => paper;

    public bool IsDone => next == bounds.Count || bounds[next].Bound < floor;

    /// <summary>The papers that are compared next.</summary>
    public IEnumerable<int> Next(int count) =>
        bounds.Skip(next).Take(count).TakeWhile(candidate => candidate.Bound >= floor).Select(candidate => candidate.Paper);

    /// <summary>Compares the next papers, or as many of them as is needed.</summary>
    public void Compare(int count)
    {
        for (; count > 0 && !IsDone; count--)
        {
            var other = bounds[next++].Paper;
            shared.Compare(paper, depth, other);
            if (shared.Score < floor || !search.Terms.Relate(shared)) continue;
            best.Enqueue(other, new Rank(shared.Score, ties[other], ids[other]));
            if (best.Count > search.Options.MaxRelated) best.Dequeue();
            if (best.Count == search.Options.MaxRelated && best.TryPeek(out _, out var last)) floor = last.Score;
        }
    }

    /// <summary>The related papers with their scores, the best first.</summary>
    public IEnumerable<(int Paper, int Score)> Ranked() =>
        best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => (item.Element, item.Priority.Score));

    private readonly record struct Rank(int Score, long Tie, long Id) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => Score != other.Score ? Score.CompareTo(other.Score)
            : Tie != other.Tie ? other.Tie.CompareTo(Tie) : other.Id.CompareTo(Id);
    }
}
