using PaperGraph.Model;

namespace PaperGraph.Data.Links;

/// <summary>The links of one paper.</summary>
/// <param name="State">What they were made from.</param>
/// <param name="Related">Best first, at most fifty.</param>
public sealed record LinkedPaper(LinkState State, IReadOnlyList<LinkRow> Related)
{
    public long PaperId => State.PaperId;
}

/// <param name="Reasons">The heaviest first.</param>
public sealed record LinkRow(long RelatedId, float Score, IReadOnlyList<ReasonRow> Reasons);

/// <param name="TargetId">Of the concept, organization or repository that is shared, by the kind; null for words.</param>
/// <param name="Words">At least one, for <see cref="ReasonKind.Words"/> alone.</param>
public sealed record ReasonRow(ReasonKind Kind, float Weight, long? TargetId, IReadOnlyList<string>? Words = null);
