namespace PaperGraph.Model.Stated;

/// <summary>
/// The ids that a source gives a paper in catalogues, each as <see cref="CatalogueId"/> writes it; null where it gives none.
/// </summary>
public sealed record StatedCatalogueIds
{
    public string? Mag { get; init; }

    public string? Pmid { get; init; }

    public string? Pmcid { get; init; }

    public string? Acl { get; init; }

    public string? Dblp { get; init; }

    /// <summary>Null where none is given.</summary>
    /// <param name="find">The id of a kind.</param>
    public static StatedCatalogueIds? From(Func<CatalogueIdKind, string?> find)
    {
        var ids = new StatedCatalogueIds
        {
            Mag = find(CatalogueIdKind.Mag),
            Pmid = find(CatalogueIdKind.Pmid),
            Pmcid = find(CatalogueIdKind.Pmcid),
            Acl = find(CatalogueIdKind.Acl),
            Dblp = find(CatalogueIdKind.Dblp),
        };
        return ids == new StatedCatalogueIds() ? null : ids;
    }

    /// <summary>Those that are given.</summary>
    public IEnumerable<CatalogueId> All()
    {
        if (Mag is not null) yield return new CatalogueId(CatalogueIdKind.Mag, Mag);
        if (Pmid is not null) yield return new CatalogueId(CatalogueIdKind.Pmid, Pmid);
        if (Pmcid is not null) yield return new CatalogueId(CatalogueIdKind.Pmcid, Pmcid);
        if (Acl is not null) yield return new CatalogueId(CatalogueIdKind.Acl, Acl);
        if (Dblp is not null) yield return new CatalogueId(CatalogueIdKind.Dblp, Dblp);
    }
}
