using PaperGraph.Model;

namespace PaperGraph.Data.Analysis;

/// <summary>What an analysis found of a node.</summary>
/// <param name="Community">The number of its community among <see cref="AnalysisRows.Communities"/>; null for none.</param>
public readonly record struct RankRow(long NodeId, float Rank, int Degree, int? Community);

/// <summary>What a community is, to be stored with the concepts that tell it from others and what ties it to these.</summary>
/// <param name="Id">The id of the community that it succeeds; null of a new one.</param>
/// <param name="Ties">By the numbers of the other communities among <see cref="AnalysisRows.Communities"/>.</param>
public sealed record CommunityRow(
    long? Id,
    string Name,
    IReadOnlyDictionary<NodeKind, int> Sizes,
    IReadOnlyList<(long ConceptId, float Score, int PaperCount)> Concepts,
    IReadOnlyList<(int Other, float Weight, int EdgeCount, long[] ConceptIds)> Ties);

/// <summary>All that an analysis found.</summary>
/// <param name="Communities">The largest first: of those of the same name, it keeps the slug to itself.</param>
/// <param name="Ranks">A row for each node that was there, by its kind.</param>
public sealed record AnalysisRows(
    IReadOnlyList<CommunityRow> Communities, IReadOnlyDictionary<NodeKind, IEnumerable<RankRow>> Ranks);
