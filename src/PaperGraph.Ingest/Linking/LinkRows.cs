using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using StoredState = PaperGraph.Data.Links.LinkState;

namespace PaperGraph.Ingest.Linking;

/// <summary>Links as rows.</summary>
internal static class LinkRows
{
    public static LinkedPaper Of(PaperLinks links) => new(
        new StoredState
        {
            PaperId = links.PaperId,
            Features = links.State.Features,
            Rarity = links.State.Rarity,
            Floor = links.State.Floor,
        },
        [.. links.Related.Select(related => new LinkRow(related.PaperId, related.Score, [.. related.Reasons.Select(Of)]))]);

    private static ReasonRow Of(PaperGraph.Concepts.Linking.LinkReason reason) => reason.Kind switch
    {
        LinkReasonKind.Organization => new ReasonRow(ReasonKind.Organization, reason.Weight, reason.TargetId),
        LinkReasonKind.Repository => new ReasonRow(ReasonKind.Repository, reason.Weight, reason.TargetId),
        LinkReasonKind.Words => new ReasonRow(ReasonKind.Words, reason.Weight, TargetId: null, reason.Words),
        LinkReasonKind.Concept => new ReasonRow((ReasonKind)reason.ConceptKind!.Value, reason.Weight, reason.TargetId),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "Links have no such reason."),
    };
}
