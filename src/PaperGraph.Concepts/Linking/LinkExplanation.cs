namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Tells what scores are made of, of what is stored: the features of both papers, and how rare those of the first were when its score was
/// worked out (<see cref="PaperLinks.Levels"/>). Nothing else is in a score, so that the weights are those that were added up to it.
/// </summary>
public static class LinkExplanation
{
    private static readonly LinkOptions Options = new();

    /// <summary>The reasons of a paper's links to some others, in their order; none where another version stored the features.</summary>
    /// <param name="levels">The levels that were stored with the scores.</param>
    /// <param name="targets">All that the papers have in common; others need not be known.</param>
    public static IReadOnlyList<IReadOnlyList<LinkReason>> Explain(
        PaperFeatures paper,
        ReadOnlySpan<byte> levels,
        IReadOnlyList<(PaperFeatures Features, float Score)> related,
        LinkFeatureLookup targets) =>
        [
            .. Explain(paper, levels, [.. related.Select(other => other.Features)], targets, Options)
                .Zip(related, (reasons, other) => Fit(reasons, other.Score)),
        ];

    /// <summary>The reasons as the rules of now have them, whatever score is stored.</summary>
    internal static IReadOnlyList<List<LinkReason>> Explain(
        PaperFeatures paper,
        ReadOnlySpan<byte> levels,
        IReadOnlyList<PaperFeatures> related,
        LinkFeatureLookup targets,
        LinkOptions options)
    {
        if (!paper.IsReadable || levels.IsEmpty) return [.. related.Select(_ => new List<LinkReason>())];
        var table = new FeatureTable();
        var features = paper.Read(targets).Features;
        table.Add(features);
        foreach (var other in related) table.Add(other.IsReadable ? other.Read(targets).Features : []);

        var weights = LinkWeights.FromStored(table, features, levels, options);
        var reasons = new LinkReasonFinder(table, weights, new LinkTerms(table, weights, options));
        return [.. related.Select((_, i) => reasons.Find(0, byte.MaxValue, i + 1))];
    }

    /// <summary>
    /// The score that is stored is what the reader sees. Where these rules or data are no longer those that made it, the reasons share
    /// it as they would share their own sum, and what rounding leaves goes to those that lost most by it.
    /// </summary>
    private static List<LinkReason> Fit(List<LinkReason> reasons, float score)
    {
        var (sum, whole) = (reasons.Sum(reason => (long)LinkScore.FromSingle(reason.Weight)), (long)LinkScore.FromSingle(score));
        if (sum == whole || sum == 0) return reasons;

        var shares = reasons.Select(reason => LinkScore.FromSingle(reason.Weight) * whole).ToArray();
        var parts = Array.ConvertAll(shares, share => (int)(share / sum));
        var left = (int)(whole - parts.Sum(part => (long)part));
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => shares[i] % sum).Take(left)) parts[i]++;
        return [.. reasons.Zip(parts, (reason, part) => reason with { Weight = LinkScore.ToSingle(part) })];
    }
}
