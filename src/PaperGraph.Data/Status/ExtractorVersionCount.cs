using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Status;

/// <summary>How many papers' texts, as they are stored, an extractor's version has read.</summary>
/// <param name="Version">The extractor's version; null for the papers that no version has read yet.</param>
public sealed record ExtractorVersionCount(string? Version, long Papers)
{
    /// <summary>Each version once, by its name; what is unread comes last.</summary>
    public static async Task<IReadOnlyList<ExtractorVersionCount>> ReadAsync(
        NpgsqlTransaction transaction, string extractor, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        var versions =
            from paper in context.Papers
            join extraction in context.Extractions.Where(extraction => extraction.Extractor == extractor)
                on new { PaperId = paper.Id, paper.TextHash } equals new { extraction.PaperId, extraction.TextHash } into read
            from extraction in read.DefaultIfEmpty()
            group paper by extraction.Version into version
            select new ExtractorVersionCount(version.Key, version.LongCount());
        var texts = await versions.ToListAsync(cancellationToken);
        return [.. texts.OrderBy(text => text.Version is null).ThenBy(text => text.Version, StringComparer.Ordinal)];
    }
}
