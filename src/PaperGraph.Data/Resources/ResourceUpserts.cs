using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Resources;

public sealed record ResourceRow(ResourceKind Kind, string Url, string? Name = null);

/// <summary>
/// Stores resources. Where sources differ on one, the first of the kinds, as they are declared, and the first name are kept.
/// </summary>
public static class ResourceUpserts
{
    private static readonly StagingTable<(int Number, ResourceRow Row)> Incoming =
        new StagingTable<(int Number, ResourceRow Row)>("incoming_resources")
            .With("number", "integer", row => row.Number)
            .With("kind", "text", row => EnumName.For(row.Row.Kind))
            .With("url", "text", row => row.Row.Url)
            .With("name", "text", row => row.Row.Name);

    private const string Insert = """
        insert into resources (kind, url)
        select distinct on (url) kind, url
        from incoming_resources
        order by url, number
        on conflict (url) do nothing
        """;

    private const string Update = """
        update resources r
        set kind = best.kind, name = best.name
        from (
            select s.id,
                (array_agg(k.kind order by array_position(@kinds, k.kind)))[1] as kind,
                least(min(i.name collate "C"), s.name) as name
            from incoming_resources i
            join resources s using (url)
            cross join lateral (values (i.kind), (s.kind)) k (kind)
            group by s.id
        ) best
        where r.id = best.id and (r.kind, r.name) is distinct from (best.kind, best.name)
        """;

    private const string Stored = "select r.id from incoming_resources i join resources r using (url) order by i.number";

    /// <returns>Their ids, one for each row, in the order of the rows.</returns>
    public static async Task<IReadOnlyList<long>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ResourceRow> resources, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, resources.Select((row, number) => (number, row)), cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken, ("kinds", EnumName.All<ResourceKind>().ToArray()));
        return await transaction.QueryAsync(Stored, reader => reader.GetInt64(0), cancellationToken);
    }
}
