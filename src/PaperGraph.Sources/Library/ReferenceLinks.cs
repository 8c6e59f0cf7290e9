using PaperGraph.Model.Links;
using PaperGraph.Sources.Links;

namespace PaperGraph.Sources.Library;

/// <summary>
/// Code, models and project pages to which addresses and notes of references lead. Where else they lead is the paper itself, or nothing of
/// its own.
/// </summary>
internal static class ReferenceLinks
{
    public static IReadOnlyList<StatedLink> Find(IEnumerable<(string Field, string? Text)> fields) =>
    [
        .. from field in fields
           where field.Text is not null
           from link in LinkFinder.Find(Prose.Line(field.Text))
           where link.Target is not ResourceTarget { Kind: Model.ResourceKind.Other }
           select new StatedLink(field.Field, link.Quote, link.Target),
    ];
}
