using PaperGraph.Data.Bulk;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Concepts;

public static partial class ConceptUpserts
{
    private static readonly RowTable<(int Number, ConceptRow Row)> Incoming =
        new RowTable<(int Number, ConceptRow Row)>("incoming_concepts")
            .With("number", "integer", row => row.Number)
            .With("id", "bigint", _ => (long?)null)
            .With("key", "text", row => row.Row.Key)
            .With("slug", "text", row => row.Row.Slug)
            .With("name", "text", row => row.Row.Name)
            .With("kind", "text", row => StoredName.Of(row.Row.Kind))
            .With("specificity", "real", row => row.Row.Specificity);

    private static readonly RowTable<(int Number, ConceptNameRow Row)> Names =
        new RowTable<(int Number, ConceptNameRow Row)>("incoming_concept_names")
            .With("number", "integer", row => row.Number)
            .With("name", "text", row => row.Row.Name)
            .With("key", "text", row => row.Row.Key)
            .With("mention_count", "integer", row => row.Row.MentionCount)
            .With("origin", "text", row => StoredName.Of(row.Row.Origin));

    private static readonly RowTable<(int Number, string Slug)> Topics =
        new RowTable<(int Number, string Slug)>("incoming_concept_topics")
            .With("number", "integer", row => row.Number)
            .With("slug", "text", row => row.Slug);

    private const string FindStored = """
        update incoming_concepts i
        set id = c.id
        from concepts c
        where c.key = i.key
        """;

    // What is stored and not given any more, with the concept that now goes by its key.
    private const string FindGone = """
        create temporary table if not exists gone_concepts (id bigint primary key, survivor integer) on commit delete rows;
        truncate gone_concepts;
        insert into gone_concepts (id, survivor)
        select c.id, min(n.number)
        from concepts c
        left join incoming_concept_names n on n.key = c.key
        where not exists (select from incoming_concepts i where i.key = c.key)
        group by c.id
        """;

    private const string TakeOver = """
        with heirs as (
            select i.number, min(g.id) as id
            from gone_concepts g
            join incoming_concepts i on i.number = g.survivor and i.id is null
            group by i.number
        ), gone_on as (
            delete from gone_concepts g
            using heirs h
            where g.id = h.id
        )
        update incoming_concepts i
        set id = h.id
        from heirs h
        where i.number = h.number
        """;

    private const string NumberNew = """
        update incoming_concepts
        set id = nextval(pg_get_serial_sequence('concepts', 'id'))
        where id is null
        """;

    private const string KeepFormerSlugs = """
        create temporary table if not exists former_slugs (slug text primary key, concept_id bigint) on commit delete rows;
        truncate former_slugs;
        insert into former_slugs
        select c.slug, i.id
        from concepts c
        join incoming_concepts i on i.id = c.id and i.slug <> c.slug
        union
        select c.slug, i.id
        from gone_concepts g
        join concepts c using (id)
        join incoming_concepts i on i.number = g.survivor
        union
        select s.slug, i.id
        from gone_concepts g
        join concept_slugs s on s.concept_id = g.id
        join incoming_concepts i on i.number = g.survivor;
        delete from former_slugs f
        using incoming_concepts i
        where i.slug = f.slug
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
        set key = i.key, slug = i.slug, name = i.name, kind = i.kind, specificity = i.specificity
        from incoming_concepts i
        where c.id = i.id
            and (c.key, c.slug, c.name, c.kind, c.specificity) is distinct from (i.key, i.slug, i.name, i.kind, i.specificity)
        """;

    private const string Insert = """
        insert into concepts (id, key, slug, name, kind, specificity, paper_count)
        overriding system value
        select id, key, slug, name, kind, specificity, 0
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

    private const string DeleteNames = """
        delete from concept_names n
        using incoming_concepts i
        where n.concept_id = i.id
            and not exists (select from incoming_concept_names m where (m.number, m.name) = (i.number, n.name))
        """;

    private const string UpdateNames = """
        update concept_names n
        set key = m.key, mention_count = m.mention_count, origin = m.origin
        from incoming_concept_names m
        join incoming_concepts i using (number)
        where (n.concept_id, n.name) = (i.id, m.name)
            and (n.key, n.mention_count, n.origin) is distinct from (m.key, m.mention_count, m.origin)
        """;

    private const string InsertNames = """
        insert into concept_names (concept_id, name, key, mention_count, origin)
        select i.id, m.name, m.key, m.mention_count, m.origin
        from incoming_concept_names m
        join incoming_concepts i using (number)
        on conflict do nothing
        """;

    private const string DeleteTopics = """
        delete from concept_topics ct
        using incoming_concepts i
        where ct.concept_id = i.id
            and not exists (
                select from incoming_concept_topics m
                join topics t using (slug)
                where (m.number, t.id) = (i.number, ct.topic_id))
        """;

    private const string InsertTopics = """
        insert into concept_topics (concept_id, topic_id)
        select i.id, t.id
        from incoming_concept_topics m
        join incoming_concepts i using (number)
        join topics t on t.slug = m.slug
        on conflict do nothing
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

    private const string DeleteGone = """
        delete from concepts c
        using gone_concepts g
        where c.id = g.id
        """;

    private const string CountPapers = """
        update concepts c
        set paper_count = counted.papers
        from (
            select c.id, count(p.paper_id) as papers
            from concepts c
            left join paper_concepts p on p.concept_id = c.id
            group by c.id
        ) counted
        where c.id = counted.id and c.paper_count <> counted.papers
        """;
}
