using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Model;
using StoredState = PaperGraph.Data.Links.LinkState;

namespace PaperGraph.Ingest.Linking;

/// <summary>Links as rows.</summary>
internal static class LinkRows
{
    public static LinkedPaper From(PaperLinks links) => new(
        new StoredState
        {
            PaperId = links.PaperId,
            Features = links.State.Features,
            Rarity = links.State.Rarity,
            Floor = links.State.Floor,
        },
        [.. links.Related.Select(related => new LinkRow(related.PaperId, related.Score, [.. related.Reasons.Select(From)]))]);

    private static ReasonRow From(PaperGraph.Concepts.Linking.LinkReason reason) =>
        new(reason.Kind, reason.Weight, reason.TargetId, reason.Kind == ReasonKind.Words ? reason.Words : null);
}
