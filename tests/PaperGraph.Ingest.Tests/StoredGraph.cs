namespace PaperGraph.Ingest.Tests;

/// <summary>What a database holds, told without ids, so that databases filled in different orders can be compared.</summary>
internal static class StoredGraph
{
    private static readonly Dictionary<string, string> Stated = new()
    {
        ["papers"] = """
            select
                title, arxiv_id, published_on, published_on_inferred, author_count, comment_count, upvote_count, citation_count,
                is_withdrawn, abstract
            from papers
            """,
        ["abstracts beside records"] = "select corpus_id, abstract, observed_at from added_abstracts",
        ["references beside records"] = "select corpus_id, cited_corpus_id from added_references",
        ["citations"] = """
            select citing.title, cited.title
            from citations c join papers citing on citing.id = c.paper_id join papers cited on cited.id = c.cited_paper_id
            """,
        ["ends of citations"] = """
            select
                p.title, e.direction, e.position, e.keys, e.arxiv_id, e.doi, e.open_alex_id, e.semantic_scholar_id, e.title, e.year,
                e.source, known.title
            from citation_ends e join papers p on p.id = e.paper_id left join papers known on known.id = e.end_paper_id
            """,
        ["categories"] = """
            select p.title, c.category, c.position, c.source
            from paper_categories c join papers p on p.id = c.paper_id
            """,
        ["versions"] = """
            select p.title, v.number, v.submitted_on, v.is_withdrawn, v.source
            from paper_versions v join papers p on p.id = v.paper_id
            """,
        ["results"] = """
            select
                p.title, l.task, l.dataset, l.metric, l.direction, l.direction_basis, l.result_count, l.paper_count, r.task, r.dataset,
                r.metric, r.value, r.measure, r.goodness, r.model, r.uses_additional_data, r.code_url, r.source, r.source_url
            from results r join papers p on p.id = r.paper_id join leaderboards l on l.id = r.leaderboard_id
            """,
        ["statements of concepts"] = """
            select
                s.kind, s.name, s.keys, s.full_name, s.other_names, s.description, s.url, s.homepage_url, s.introduced_year, s.paper_title,
                s.paper_keys,
                array(
                    select area.name || ' / ' || t.name
                    from concept_statement_topics e join topics t on t.id = e.topic_id join topics area on area.id = t.parent_id
                    where e.concept_statement_id = s.id
                    order by 1)
            from concept_statements s
            """,
        ["renames of repositories"] = """
            select key, present_key, source, first_observed_at, last_observed_at from repository_renames
            """,
        ["addresses of repositories"] = "select key, host, owner, name, url, present_key, source from repository_addresses",
        ["listings"] = """
            select g.source, p.title, l.listed_on, case when l.listed_on is not null then l.rank end, l.digest, l.star_count, o.slug
            from listings l
            join pages g on g.id = l.page_id
            join papers p on p.id = l.paper_id
            left join organizations o on o.id = l.organization_id
            """,
        ["keys"] = """
            select k.kind, k.key, p.title
            from paper_keys k join papers p on p.id = k.paper_id
            where k.kind <> 'SLUG'
            """,
        ["disagreements"] = """
            select p.title, p.identity, d.field
            from paper_disagreements d join papers p on p.id = d.paper_id
            """,
        ["repositories"] = """
            select p.title, r.key, r.owner, r.name, r.url, r.paper_count, e.is_official
            from paper_repositories e join papers p on p.id = e.paper_id join repositories r on r.id = e.repository_id
            """,
        ["promises of code"] = """
            select p.title, c.field, c.start, c.quote
            from code_promises c join papers p on p.id = c.paper_id
            """,
        ["authorships"] = """
            select p.title, a.position, a.name, author.key, author.name, a.orcid, a.open_alex_id, a.semantic_scholar_id
            from authorships a join papers p on p.id = a.paper_id join authors author on author.id = a.author_id
            """,
        ["affiliations"] = """
            select p.title, f.position, f.number, f.name, f.source, o.name, o.ror
            from affiliations f join papers p on p.id = f.paper_id join organizations o on o.id = f.organization_id
            """,
        ["institutions"] = "select * from institutions",
        ["topics that sources state"] = """
            select p.title, t.slug, t.name, archive.slug, x.score, x.source
            from paper_topics x
            join papers p on p.id = x.paper_id
            join topics t on t.id = x.topic_id
            left join topics archive on archive.id = t.parent_id
            where x.source is not null
            """,
        ["evidence"] = """
            select p.title, coalesce(o.slug || ' ' || e.role, r.key, s.kind || ' ' || s.url), e.former_key, e.source, e.field,
                e.start, e.length, e.quote
            from evidence e join papers p on p.id = e.paper_id
                left join organizations o on o.id = e.organization_id
                left join repositories r on r.id = e.repository_id
                left join resources s on s.id = e.resource_id
            """,
        ["organizations"] = """
            select
                o.slug, o.name, o.ror, o.country_code, (select x.slug from organizations x where x.id = o.parent_id),
                array(select n.name || ' (' || n.source || ')' from organization_names n where n.organization_id = o.id order by 1)
            from organizations o
            """,
    };

    private static readonly Dictionary<string, string> Observed = new()
    {
        // What is seen at no stated time was seen on the day of its list, or when it was imported.
        ["history"] = """
            select
                p.title, g.source, l.digest, l.upvote_count,
                case
                    when l.observed_at_stated then to_char(l.observed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')
                    when l.observed_at = l.listed_on::timestamp at time zone 'UTC' then 'on its day'
                    else 'imported' end,
                case
                    when l.observed_at_stated then to_char(l.last_observed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')
                    when l.last_observed_at > l.observed_at then 'again'
                    else 'once' end
            from listings l join papers p on p.id = l.paper_id join pages g on g.id = l.page_id
            """,
        ["pages"] = """
            select
                source, encode(content_hash, 'hex'), listed_on, listed_on_inferred, saved_on, first_written_at::text, written_at::text,
                reading is null
            from pages
            """,
    };

    private static readonly Dictionary<string, string> Derived = new()
    {
        ["concepts"] = """
            select c.key, c.slug, c.name, c.kind, c.paper_count, c.specificity,
                array(
                    select concat_ws(' ', n.name, n.key, n.mention_count, n.origin)
                    from concept_names n
                    where n.concept_id = c.id
                    order by 1),
                array(select t.slug from concept_topics ct join topics t on t.id = ct.topic_id where ct.concept_id = c.id order by 1)
            from concepts c
            """,
        ["concepts of papers"] = """
            select p.title, c.key, pc.weight
            from paper_concepts pc join papers p on p.id = pc.paper_id join concepts c on c.id = pc.concept_id
            """,
        ["keyphrases"] = """
            select p.title, k.key, k.phrase, k.weight, k.mention_keys
            from keyphrases k join papers p on p.id = k.paper_id
            """,
        ["mentions"] = """
            select
                p.title, m.field, m.start, m.length, m.surface, m.key, m.kind, m.score, m.origin, c.key, m.resolved_by, m.confidence,
                m.version
            from mentions m join papers p on p.id = m.paper_id left join concepts c on c.id = m.concept_id
            """,
        ["abbreviations"] = """
            select p.title, a.short_form, a.long_form, a.short_key, a.long_key
            from abbreviations a join papers p on p.id = a.paper_id
            """,
        ["topics of papers"] = """
            select p.title, t.slug, pt.score
            from paper_topics pt join papers p on p.id = pt.paper_id join topics t on t.id = pt.topic_id
            """,
    };

    /// <summary>What the documents say: papers, listings, authors, organizations, code.</summary>
    public static Task<string> TellStatedAsync(this ImportDatabase database) => database.TellAsync(Stated);

    /// <summary>When what they say was seen to be so.</summary>
    public static Task<string> TellObservedAsync(this ImportDatabase database) => database.TellAsync(Observed);

    /// <summary>All of it, with the concepts and links that follow from it.</summary>
    public static async Task<string> TellAsync(this ImportDatabase database) =>
        $"{await database.TellAsync(Stated)}\n\n{await database.TellAsync(Derived)}\n\n== links\n{await database.TellLinksAsync()}";

    private static async Task<string> TellAsync(this ImportDatabase database, Dictionary<string, string> queries)
    {
        var parts = new List<string>();
        foreach (var (name, query) in queries)
        {
            var rows = await database.RowsAsync(query);
            parts.Add($"== {name}\n{string.Join('\n', rows.Split('\n').Order(StringComparer.Ordinal))}");
        }
        return string.Join("\n\n", parts);
    }
}
