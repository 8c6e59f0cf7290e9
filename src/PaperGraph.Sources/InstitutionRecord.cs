using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>An institution of the page that came last, which says of itself what papers say of it.</summary>
public sealed record InstitutionRecord(StatedInstitution Institution) : SourceItem;
