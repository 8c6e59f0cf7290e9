using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>An institution of the page that came last, which says of itself what papers say of it.</summary>
/// <param name="Line">The line on which it begins, from 1; null where that is not known.</param>
public sealed record InstitutionRecord(StatedInstitution Institution, int? Line = null) : SourceItem;
