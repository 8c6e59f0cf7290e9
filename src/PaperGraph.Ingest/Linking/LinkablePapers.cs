using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Ingest.Linking;

/// <summary>All that links between papers are made of, as it is stored.</summary>
internal static class LinkablePapers
{
    private const string Papers = """
        select p.id, p.title, p.abstract, concept.ids, concept.kinds, concept.weights,
            array(
                select distinct o.organization_id
                from paper_organizations o
                where o.paper_id = p.id
                order by o.organization_id),
            array(
                select r.repository_id
                from paper_repositories r
                where r.paper_id = p.id
                order by r.repository_id)
        from papers p
        cross join lateral (
            select
                coalesce(array_agg(c.id order by c.id), '{}') as ids,
                coalesce(array_agg(c.kind order by c.id), '{}') as kinds,
                coalesce(array_agg(pc.weight order by c.id), '{}') as weights
            from paper_concepts pc
            join concepts c on c.id = pc.concept_id
            where pc.paper_id = p.id
        ) concept
        order by p.id
        """;

    /// <summary>In the order of their ids.</summary>
    public static async IAsyncEnumerable<LinkablePaper> ReadAsync(
        NpgsqlTransaction transaction, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Papers, transaction.Connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var text = new PaperText(reader.GetString(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2));
            var (ids, kinds, weights) =
                (reader.GetFieldValue<long[]>(3), reader.GetFieldValue<string[]>(4), reader.GetFieldValue<float[]>(5));
            yield return new LinkablePaper(
                reader.GetInt64(0),
                [.. ids.Select((id, i) => new LinkableConcept(id, StoredName.Parse<ConceptKind>(kinds[i]), weights[i]))],
                PaperWords.Of(text),
                reader.GetFieldValue<long[]>(6),
                reader.GetFieldValue<long[]>(7));
        }
    }
}
