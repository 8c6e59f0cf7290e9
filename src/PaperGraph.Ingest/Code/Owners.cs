using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Ingest.Code;

/// <summary>Who owns what a link leads to.</summary>
internal static class Owners
{
    /// <summary>
    /// The account as printed; of groups within groups the outermost. Null where the address names none, and for web sites,
    /// which are neither code nor models nor data.
    /// </summary>
    public static string? Find(LinkTarget target) => target switch
    {
        RepositoryTarget repository => repository.Owner.Split('/')[0],
        ResourceTarget { Kind: not (ResourceKind.ProjectPage or ResourceKind.Other) } resource => resource.Owner,
        _ => null,
    };
}
