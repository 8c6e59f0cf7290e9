using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Status;

/// <summary>How many mentions, concepts and links were made of the papers.</summary>
/// <param name="Unresolved">The number of mentions of which nothing says what they mean.</param>
public sealed record ConceptCounts(long Mentions, long Unresolved, long Concepts, long Links)
{
    public static async Task<ConceptCounts> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        return new ConceptCounts(
            await context.Mentions.LongCountAsync(cancellationToken),
            await context.Mentions.LongCountAsync(mention => mention.ConceptId == null, cancellationToken),
            await context.Concepts.LongCountAsync(cancellationToken),
            await context.RelatedPapers.SumAsync(paper => (long)paper.RelatedIds.Length, cancellationToken));
    }
}
