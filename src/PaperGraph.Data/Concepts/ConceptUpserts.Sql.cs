using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

public static partial class ConceptUpserts
{
    private static readonly StagingTable<IncomingConcept> Incoming = new StagingTable<IncomingConcept>("incoming_concepts")
        .With("id", "bigint", concept => concept.Id)
        .With("key", "text", concept => concept.Row.Key)
        .With("slug", "text", concept => concept.Row.Slug)
        .With("name", "text", concept => concept.Row.Name)
        .With("kind", "text", concept => EnumName.For(concept.Row.Kind))
        .With("paper_count", "integer", concept => concept.Row.PaperCount)
        .With("specificity", "real", concept => concept.Row.Specificity)
        .With("digest", "bigint", concept => concept.Digest);

    private static readonly StagingTable<(long ConceptId, ConceptNameRow Row)> Names =
        new StagingTable<(long ConceptId, ConceptNameRow Row)>("incoming_concept_names")
            .With("concept_id", "bigint", row => row.ConceptId)
            .With("name", "text", row => row.Row.Name)
            .With("key", "text", row => row.Row.Key)
            .With("mention_count", "integer", row => row.Row.MentionCount)
            .With("origin", "text", row => EnumName.For(row.Row.Origin));

    private static readonly StagingTable<(long ConceptId, string Slug)> Topics =
        new StagingTable<(long ConceptId, string Slug)>("incoming_concept_topics")
            .With("concept_id", "bigint", row => row.ConceptId)
            .With("slug", "text", row => row.Slug);

    private static readonly StagingTable<(long Id, long? SurvivorId)> Gone = new StagingTable<(long Id, long? SurvivorId)>("gone_concepts")
        .With("id", "bigint", row => row.Id)
        .With("survivor_id", "bigint", row => row.SurvivorId);

    private const string StoredOfKeys = "select id, key, digest from concepts where key = any(@keys)";

    private const string NamedSo = """
        select distinct on (n.key) n.key, c.id, c.key
        from concept_names n
        join concepts c on c.id = n.concept_id
        where n.key = any(@gone) and c.key <> all(@keys)
        order by n.key, c.key collate "C"
        """;

    private const string KeepFormerSlugs = """
        create temporary table if not exists former_slugs (slug text primary key, concept_id bigint);
        truncate former_slugs;
        insert into former_slugs
        select c.slug, i.id
        from concepts c
        join incoming_concepts i on i.id = c.id and i.slug <> c.slug
        union
        select c.slug, g.survivor_id
        from gone_concepts g
        join concepts c using (id)
        where g.survivor_id is not null
        union
        select s.slug, g.survivor_id
        from gone_concepts g
        join concept_slugs s on s.concept_id = g.id
        where g.survivor_id is not null;
        delete from former_slugs f
        using incoming_concepts i
        where i.slug = f.slug;
        analyze former_slugs
        """;

    // Slugs may pass from one concept to another: they are given up before they are taken.
    private const string ReleaseSlugs = """
        update concepts c
        set slug = '~' || c.id
        from incoming_concepts i
        where i.slug = c.slug and i.id <> c.id
        """;

    private const string Update = """
        update concepts c
        set key = i.key, slug = i.slug, name = i.name, kind = i.kind, paper_count = i.paper_count, specificity = i.specificity,
            digest = i.digest
        from incoming_concepts i
        where c.id = i.id
            and (c.key, c.slug, c.name, c.kind, c.paper_count, c.specificity, c.digest)
                is distinct from (i.key, i.slug, i.name, i.kind, i.paper_count, i.specificity, i.digest)
        """;

    private const string Insert = """
        insert into concepts (id, key, slug, name, kind, paper_count, specificity, digest)
        overriding system value
        select id, key, slug, name, kind, paper_count, specificity, digest
        from incoming_concepts i
        where not exists (select from concepts c where c.id = i.id)
        order by id
        """;

    private const string InsertFormerSlugs = """
        delete from concept_slugs s
        using incoming_concepts i
        where s.slug = i.slug;
        insert into concept_slugs (slug, concept_id)
        select slug, concept_id
        from former_slugs
        on conflict (slug) do update set concept_id = excluded.concept_id
        where concept_slugs.concept_id <> excluded.concept_id
        """;

    private const string KeepFormerIds = """
        update former_concepts f
        set concept_id = g.survivor_id
        from gone_concepts g
        where f.concept_id = g.id and g.survivor_id is not null;
        insert into former_concepts (id, concept_id)
        select id, survivor_id
        from gone_concepts
        where survivor_id is not null
        """;

    private const string DeleteNames = """
        delete from concept_names n
        where n.concept_id = any (array(select id from incoming_concepts))
            and not exists (select from incoming_concept_names m where (m.concept_id, m.name) = (n.concept_id, n.name))
        """;

    private const string UpdateNames = """
        update concept_names n
        set key = m.key, mention_count = m.mention_count, origin = m.origin
        from incoming_concept_names m
        where (n.concept_id, n.name) = (m.concept_id, m.name)
            and (n.key, n.mention_count, n.origin) is distinct from (m.key, m.mention_count, m.origin)
        """;

    private const string InsertNames = """
        insert into concept_names (concept_id, name, key, mention_count, origin)
        select concept_id, name, key, mention_count, origin
        from incoming_concept_names
        on conflict do nothing
        """;

    private const string DeleteTopics = """
        delete from concept_topics ct
        where ct.concept_id = any (array(select id from incoming_concepts))
            and not exists (
                select from incoming_concept_topics m
                join topics t using (slug)
                where (m.concept_id, t.id) = (ct.concept_id, ct.topic_id))
        """;

    private const string InsertTopics = """
        insert into concept_topics (concept_id, topic_id)
        select m.concept_id, t.id
        from incoming_concept_topics m
        join topics t on t.slug = m.slug
        on conflict do nothing
        """;

    private const string Recount = """
        update concepts c
        set paper_count = counted.papers, digest = 0
        from (
            select c.id, count(e.paper_id) as papers
            from concepts c
            left join paper_concepts e on e.concept_id = c.id
            group by c.id
        ) counted
        where c.id = counted.id and c.paper_count <> counted.papers
        """;

    private const string ReleaseMentions = """
        update mentions m
        set concept_id = null, resolved_by = null, confidence = null
        from gone_concepts g
        where m.concept_id = g.id
        """;

    private const string DeletePaperConcepts = """
        delete from paper_concepts p
        using gone_concepts g
        where p.concept_id = g.id
        """;

    private const string DeleteRemoved = """
        delete from concepts c
        using gone_concepts g
        where c.id = g.id
        """;
}
