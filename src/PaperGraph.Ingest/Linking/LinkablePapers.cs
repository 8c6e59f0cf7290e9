using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Mapping;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Linking;

/// <summary>All that links between papers are made of, as it is stored.</summary>
internal static class LinkablePapers
{
    private const string Papers = """
        select p.id, p.identity, p.title, p.abstract, concept.ids, concept.keys, concept.kinds, concept.weights,
            concept.surfaces, organization.ids, organization.keys, repository.ids, repository.keys,
            array(select k.weight from keyphrases k where k.paper_id = p.id order by k.key collate "C")
        from papers p
        cross join lateral (
            select
                coalesce(array_agg(c.id order by c.id), '{}') as ids,
                coalesce(array_agg(c.key order by c.id), '{}') as keys,
                coalesce(array_agg(c.kind order by c.id), '{}') as kinds,
                coalesce(array_agg(pc.weight order by c.id), '{}') as weights,
                coalesce(array_agg(coalesce(mentioned.surfaces, '') order by c.id), '{}') as surfaces
            from paper_concepts pc
            join concepts c on c.id = pc.concept_id
            left join (
                select m.concept_id, string_agg(distinct m.surface, e'\n') as surfaces
                from mentions m
                where m.paper_id = p.id and m.concept_id is not null
                group by m.concept_id
            ) mentioned on mentioned.concept_id = c.id
            where pc.paper_id = p.id
        ) concept
        cross join lateral (
            select coalesce(array_agg(o.id order by o.id), '{}') as ids, coalesce(array_agg(o.slug order by o.id), '{}') as keys
            from organizations o
            where o.id in (select po.organization_id from paper_organizations po where po.paper_id = p.id)
        ) organization
        cross join lateral (
            select coalesce(array_agg(r.id order by r.id), '{}') as ids, coalesce(array_agg(r.key order by r.id), '{}') as keys
            from repositories r
            where r.id in (select pr.repository_id from paper_repositories pr where pr.paper_id = p.id)
        ) repository
        order by p.id
        """;

    /// <summary>In the order of their ids, without those that cannot be made of what is stored.</summary>
    /// <param name="fault">Called for each of these.</param>
    public static async IAsyncEnumerable<LinkablePaper> ReadAsync(
        NpgsqlTransaction transaction, Action<PaperFault> fault, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Papers, transaction.Connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            LinkablePaper paper;
            try
            {
                paper = Read(reader);
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                fault(new PaperFault(reader.GetInt64(0), exception));
                continue;
            }
            yield return paper;
        }
    }

    private static LinkablePaper Read(NpgsqlDataReader reader)
    {
        var text = new PaperText(reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3));
        var kinds = Array.ConvertAll(reader.GetFieldValue<string[]>(6), StoredName.Parse<ConceptKind>);
        var weights = reader.GetFieldValue<float[]>(7);
        var surfaces = reader.GetFieldValue<string[]>(8);
        return new LinkablePaper(
            reader.GetInt64(0),
            reader.GetString(1),
            [.. Targets(reader, 4).Select((concept, i) => new LinkableConcept(
                concept, kinds[i], weights[i], PaperWords.In([surfaces[i]])))],
            PaperWords.Of(text),
            Targets(reader, 9),
            Targets(reader, 11))
        { KeyphraseWeights = reader.GetFieldValue<float[]>(13) };
    }

    /// <summary>Of a column of ids and the column of keys after it.</summary>
    private static LinkTarget[] Targets(NpgsqlDataReader reader, int column) =>
        [.. reader.GetFieldValue<long[]>(column).Zip(reader.GetFieldValue<string[]>(column + 1), (id, key) => new LinkTarget(id, key))];
}
