using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>What links are made of, of one paper. The concepts' parts stand in one order, and so do ids and keys of the others.</summary>
/// <param name="Surfaces">For each concept its different names in the paper, each on a line.</param>
/// <param name="KeyphraseWeights">The weights in the order of the keyphrases' keys.</param>
/// <param name="MadeOf">A digest that changes with any of it, but for the names of what the ids stand for.</param>
public sealed record LinkablePaperRow(
    long Id,
    string Identity,
    string Title,
    string? Abstract,
    long[] ConceptIds,
    string[] ConceptKeys,
    string[] Kinds,
    float[] Weights,
    string[] Surfaces,
    long[] OrganizationIds,
    string[] OrganizationSlugs,
    long[] RepositoryIds,
    string[] RepositoryKeys,
    float[] KeyphraseWeights,
    long MadeOf);

/// <summary>Reads all that links between papers are made of, as it is stored.</summary>
public static class LinkableReads
{
    /// <summary>The digest of all that features are made of, of a paper p and what its names mean, a resolution r.</summary>
    internal const string MadeOf = """
        hash_record_extended((
            p.identity,
            p.text_hash,
            r.subject,
            array(select po.organization_id from paper_organizations po where po.paper_id = p.id group by 1 order by 1),
            array(select pr.repository_id from paper_repositories pr where pr.paper_id = p.id order by 1)), 0)
        """;

    private const string Papers = $$"""
        select p.id, p.identity, p.title, p.abstract, concept.ids as concept_ids, concept.keys as concept_keys, concept.kinds,
            concept.weights, concept.surfaces, organization.ids as organization_ids, organization.slugs as organization_slugs,
            repository.ids as repository_ids, repository.keys as repository_keys,
            array(select k.weight from keyphrases k where k.paper_id = p.id order by k.key collate "C") as keyphrase_weights,
            {{MadeOf}} as made_of
        from papers p
        left join resolutions r on r.paper_id = p.id
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
            select coalesce(array_agg(o.id order by o.id), '{}') as ids, coalesce(array_agg(o.slug order by o.id), '{}') as slugs
            from organizations o
            where o.id in (select po.organization_id from paper_organizations po where po.paper_id = p.id)
        ) organization
        cross join lateral (
            select coalesce(array_agg(r.id order by r.id), '{}') as ids, coalesce(array_agg(r.key order by r.id), '{}') as keys
            from repositories r
            where r.id in (select pr.repository_id from paper_repositories pr where pr.paper_id = p.id)
        ) repository
        where p.id = any(@papers)
        order by p.id
        """;

    /// <summary>Reads some papers, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<LinkablePaperRow>> ReadAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Papers,
            reader => new LinkablePaperRow(
                reader.Value<long>("id"),
                reader.Value<string>("identity"),
                reader.Value<string>("title"),
                reader.TextOrNull("abstract"),
                reader.Value<long[]>("concept_ids"),
                reader.Value<string[]>("concept_keys"),
                reader.Value<string[]>("kinds"),
                reader.Value<float[]>("weights"),
                reader.Value<string[]>("surfaces"),
                reader.Value<long[]>("organization_ids"),
                reader.Value<string[]>("organization_slugs"),
                reader.Value<long[]>("repository_ids"),
                reader.Value<string[]>("repository_keys"),
                reader.Value<float[]>("keyphrase_weights"),
                reader.Value<long>("made_of")),
            cancellationToken,
            ("papers", papers.ToArray()));
}
