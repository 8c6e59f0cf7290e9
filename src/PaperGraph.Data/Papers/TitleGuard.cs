using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Keeps different papers of one title apart. Listings with an author in common are of one paper, and so are those whose abstracts are
/// alike; those without a common author are of two, and of those that do not both name authors, those with unlike abstracts, or else
/// those that are more than <see cref="MaxYears"/> years apart. Where nothing is known on either side, the title decides.
/// </summary>
internal static class TitleGuard
{
    /// <summary>From a preprint to what is printed of it.</summary>
    private const int MaxYears = 2;

    /// <summary>The share of the shorter abstract's words that the other has: of two versions of one, and of two papers.</summary>
    private const double Alike = 0.5;

    private const double Unlike = 0.2;

    /// <summary>Words that are shorter say nothing of what a text is about.</summary>
    private const int MinWordLength = 5;

    /// <summary>Texts with fewer words are not compared.</summary>
    private const int MinWords = 10;

    /// <summary>How much is compared of a paper with more listings than that; the first by what they state.</summary>
    private const int MaxCompared = 12;

    private enum Verdict
    {
        Different,
        Unknown,
        Same,
    }

    /// <summary>The paper of a title that some listings are of: one that is confirmed, or else the first that is possible.</summary>
    /// <param name="candidates">Their identities, in order of preference.</param>
    /// <returns>Null where they are of none of these.</returns>
    public static string? Choose(
        IReadOnlyList<KeyedListing> listings,
        IEnumerable<string> candidates,
        IReadOnlyDictionary<string, List<KeyedListing>> papers)
    {
        var possible = default(string);
        var known = Compared(listings);
        foreach (var candidate in candidates)
        {
            switch (Compare(known, Compared(papers[candidate])))
            {
                case Verdict.Same: return candidate;
                case Verdict.Unknown: possible ??= candidate; break;
            }
        }
        return possible;
    }

    /// <summary>
    /// Divides what shares titles and states no id that papers are told by: each of the parts is of one paper, which may have several
    /// titles. Parts are of one paper only where they share a title.
    /// </summary>
    /// <returns>
    /// For each part a title of its paper, and what tells that from others of the title; null where there is one paper.
    /// </returns>
    public static IReadOnlyList<(string Title, string? Apart)> Cluster(IReadOnlyList<IReadOnlyList<KeyedListing>> parts)
    {
        if (parts.Count == 1) return [(parts[0].Min(listing => listing.TitleKey)!, null)];
        var clusters = new List<PaperOfTitles>();
        var clusterOf = new Dictionary<Part, PaperOfTitles>();
        var all = parts.Select(part => new Part(part)).ToArray();
        foreach (var part in all.Order())
        {
            var best = default(PaperOfTitles);
            var verdict = Verdict.Different;
            foreach (var cluster in clusters)
            {
                if (!cluster.Titles.Overlaps(part.Titles)) continue;
                var found = Compare(part.Compared, cluster.Statements);
                if (found > verdict) (best, verdict) = (cluster, found);
            }
            if (best is null) clusters.Add(best = new PaperOfTitles());
            best.Add(part);
            clusterOf[part] = best;
        }
        var isOne = clusters.Count == 1;
        return [.. all.Select(part => (clusterOf[part].Titles.Min!, isOne ? null : clusterOf[part].Digest))];
    }

    private static IReadOnlyList<Statement> Compared(IReadOnlyList<KeyedListing> listings) =>
        listings.Count <= MaxCompared
            ? [.. listings.Select(listing => new Statement(listing))]
            : [.. listings.Select(listing => new Statement(listing)).Order().Take(MaxCompared)];

    private static Verdict Compare(IReadOnlyList<Statement> some, IReadOnlyList<Statement> others)
    {
        var verdict = Verdict.Unknown;
        foreach (var one in some)
        {
            foreach (var other in others)
            {
                var found = Compare(one, other);
                if (found == Verdict.Same) return Verdict.Same;
                if (found == Verdict.Different) verdict = Verdict.Different;
            }
        }
        return verdict;
    }

    private static Verdict Compare(Statement one, Statement other)
    {
        if (one.CompareTo(other) == 0 && one.SaysSomething) return Verdict.Same;
        if (one.Authors.Count > 0 && other.Authors.Count > 0)
            return one.Authors.Overlaps(other.Authors) || Likeness(one, other) >= Alike ? Verdict.Same : Verdict.Different;
        return Likeness(one, other) switch
        {
            >= Alike => Verdict.Same,
            < Unlike => Verdict.Different,
            _ => one.Year is { } year && other.Year is { } otherYear && Math.Abs(year - otherYear) > MaxYears
                ? Verdict.Different
                : Verdict.Unknown,
        };
    }

    /// <summary>The share of the shorter abstract's words that the other has; null where they are not compared.</summary>
    private static double? Likeness(Statement one, Statement other)
    {
        if (one.Abstract is null || other.Abstract is null) return null;
        if (one.Abstract == other.Abstract) return 1;
        var (shorter, longer) = one.Words.Count < other.Words.Count ? (one.Words, other.Words) : (other.Words, one.Words);
        return shorter.Count < MinWords ? null : (double)shorter.Count(longer.Contains) / shorter.Count;
    }

    /// <summary>Listings that are of one paper. Those with most come first: they may have several titles; then what states more.</summary>
    private sealed class Part(IReadOnlyList<KeyedListing> listings) : IComparable<Part>
    {
        public SortedSet<string> Titles { get; } = new(listings.Select(listing => listing.TitleKey), StringComparer.Ordinal);

        public IReadOnlyList<Statement> Compared { get; } =
            [.. listings.Select(listing => new Statement(listing)).Order().Take(MaxCompared)];

        public int CompareTo(Part? other)
        {
            if (other is null) return 1;
            var order = other.Compared.Count.CompareTo(Compared.Count);
            for (var i = 0; order == 0 && i < Compared.Count; i++) order = Compared[i].CompareTo(other.Compared[i]);
            return order != 0 ? order : string.CompareOrdinal(string.Join('\n', Titles), string.Join('\n', other.Titles));
        }
    }

    /// <summary>The paper of some parts that share titles.</summary>
    private sealed class PaperOfTitles
    {
        public SortedSet<string> Titles { get; } = new(StringComparer.Ordinal);

        /// <summary>Those that are compared with others; the first stands for the paper.</summary>
        public List<Statement> Statements { get; } = [];

        public string Digest => Titles.Count == 1
            ? Statements[0].Digest
            : ShortKey.Hash($"{Statements[0].Digest}\n{string.Join('\n', Titles)}")[..16];

        public void Add(Part part)
        {
            Titles.UnionWith(part.Titles);
            Statements.AddRange(part.Compared.Take(MaxCompared - Statements.Count));
        }
    }

    /// <summary>What a listing states that tells papers of one title apart. What states more comes first.</summary>
    private sealed class Statement(KeyedListing listing) : IComparable<Statement>
    {
        private readonly string names = string.Join('\n', listing.Paper.AuthorNames);

        /// <summary>Each author as family name and initial, whichever of the two is printed first.</summary>
        public HashSet<string> Authors => field ??= [.. listing.Paper.AuthorNames.SelectMany(KeysOf)];

        public string? Abstract => listing.Paper.Abstract;

        public HashSet<string> Words => field ??= [.. Folding.Words(Abstract ?? "").Where(word => word.Length >= MinWordLength)];

        public int? Year => listing.Paper is { PublishedOn: { } day, PublishedOnInferred: false } ? day.Year : null;

        public bool SaysSomething => names.Length > 0 || Abstract is not null;

        public string Digest => ShortKey.Hash($"{names}\n\n{Abstract}\n\n{Year}")[..16];

        public int CompareTo(Statement? other)
        {
            if (other is null) return 1;
            var order = (other.names.Length > 0).CompareTo(names.Length > 0);
            if (order == 0) order = (other.Abstract is not null).CompareTo(Abstract is not null);
            if (order == 0) order = string.CompareOrdinal(names, other.names);
            if (order == 0) order = string.CompareOrdinal(Abstract, other.Abstract);
            return order != 0 ? order : Nullable.Compare(Year, other.Year);
        }

        private static IEnumerable<string> KeysOf(string name)
        {
            var words = Folding.Words(name).ToArray();
            if (words.Length == 0) yield break;
            yield return $"{words[^1]} {words[0][0]}";
            yield return $"{words[0]} {words[^1][0]}";
        }
    }
}
