using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Evidence;

/// <summary>Keeps edges and their evidence together: an edge is there as long as something proves it.</summary>
internal static class EdgeMaintenance
{
    /// <summary>Moves listings to other papers, with the edges that they state.</summary>
    /// <param name="moved">A query for <c>listing_id</c>, the <c>former_paper_id</c> and the <c>paper_id</c> that it goes to.</param>
    public static async Task MoveListingsAsync(NpgsqlTransaction transaction, string moved, CancellationToken cancellationToken)
    {
        foreach (var edge in EdgeTable.All)
        {
            await transaction.ExecuteAsync(
                $"""
                insert into {edge.Name} (paper_id, {edge.ColumnsWith("published_order")})
                select distinct moved.paper_id, {edge.ColumnsWith("p.published_order", "old.")}
                from ({moved}) moved
                join evidence e on e.paper_id = moved.former_paper_id and e.listing_id = moved.listing_id
                join {edge.Name} old on old.paper_id = e.paper_id and {edge.Matches("old", "e")}
                join papers p on p.id = moved.paper_id
                on conflict do nothing
                """,
                cancellationToken);
        }
        // One statement, because evidence and sightings refer to listings by the paper's id.
        await transaction.ExecuteAsync(
            $"""
            with moved_evidence as (
                update evidence e
                set paper_id = moved.paper_id
                from ({moved}) moved
                where e.paper_id = moved.former_paper_id and e.listing_id = moved.listing_id
            ), moved_sightings as (
                update sightings s
                set paper_id = moved.paper_id
                from ({moved}) moved
                where s.paper_id = moved.former_paper_id and s.listing_id = moved.listing_id
            )
            update listings l
            set paper_id = moved.paper_id
            from ({moved}) moved
            where l.paper_id = moved.former_paper_id and l.id = moved.listing_id
            """,
            cancellationToken);
    }

    /// <summary>Drops the edges of some papers that nothing proves any more.</summary>
    /// <param name="papers">A query that selects the papers' ids.</param>
    public static async Task DropUnprovenAsync(
        NpgsqlTransaction transaction, string papers, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        foreach (var edge in EdgeTable.All)
        {
            await transaction.ExecuteAsync(
                $"""
                delete from {edge.Name} edge
                where edge.paper_id = any (array({papers}))
                    and not exists (select from evidence e where e.paper_id = edge.paper_id and {edge.Matches("e", "edge")})
                """,
                cancellationToken,
                parameters);
        }
    }
}
