using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// When listings were seen for which no time is stated. What the list of a day said of a paper first was so on that day; what the list says
/// otherwise, whoever imports it finds later. Which of them is first follows from what they say, as which is believed does, and never from
/// the order in which they were imported: it is the one that is believed least.
/// </summary>
internal static class FirstOfLists
{
    /// <summary>The listings of one paper, in their order, with the times at which they were seen.</summary>
    public static IReadOnlyList<KeyedListing> Dated(IReadOnlyList<KeyedListing> ofPaper)
    {
        if (!ofPaper.Any(IsUndated)) return ofPaper;
        var first = ofPaper.Where(listing => listing.Paper.ListedOn is not null)
            .GroupBy(listing => (listing.Source, listing.Paper.ListedOn))
            .Select(list => list.MinBy(listing => (listing.Recency, listing.Seen.Digest))!.Place)
            .ToHashSet();
        return
        [
            .. ofPaper.Select(listing => !IsUndated(listing) ? listing : listing with
            {
                Seen = listing.Seen.MovedTo(
                    first.Contains(listing.Place) ? UtcDay.StartOf(listing.Paper.ListedOn)!.Value : listing.ImportedAt),
            }),
        ];
    }

    private static bool IsUndated(KeyedListing listing) => !listing.Seen.IsStated && listing.Paper.ListedOn is not null;
}
