using PaperGraph.Concepts.Topics;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>
/// The words that prove edges of the graph in memory, of all kinds in one statement: mentions of the concept, or of the topic's concepts
/// and keyphrases, or its category; what a source states of organizations, repositories, authors and citations; the address of a
/// repository, which names its owner. Papers are related for reasons, which have their own.
/// </summary>
internal sealed class EdgeEvidenceQuery(string[] kinds, long[] from, long[] to) : SqlQuery
{
    private const int FirstColumn = 5;

    private const string Owner = "OWNER";

    /// <summary>As <see cref="ArxivTaxonomy.SlugFor"/> makes it.</summary>
    private const string SlugOfCategory = "'arxiv-' || lower(replace(x.category, '.', '-'))";

    private static readonly IReadOnlyList<Evidence.Evidence> None = [];

    private readonly Dictionary<(string Kind, long From, long To), List<Evidence.Evidence>> rows = [];

    public static DataRequest From(FieldContext field)
    {
        if (field.Prefetch is not null) return DataRequest.NeedsParents;
        var edges = field.Parents.Select(parent => ((IEdgeInAnswer)parent).Edge)
            .Where(edge => edge.Kind != EdgeKind.Related).Distinct().ToList();
        return new EdgeEvidenceQuery(
            [.. edges.Select(KindOf)],
            [.. edges.Select(edge => edge.From.Key)],
            [.. edges.Select(edge => edge.To.Key)]);
    }

    public override IEnumerable<string> Types =>
        [SqlType.Text, SqlType.Bigint, SqlType.Bigint, SqlType.Text, SqlType.Text, .. Evidence.Evidence.Types];

    public override bool IsNeeded => kinds.Length > 0;

    public override void Clear() => rows.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        with given(kind, node, target) as materialized (select * from unnest({kinds}, {from}, {to}))
        select given.kind, given.node, given.target, null, null, {new RawSql(Evidence.Evidence.MentionColumns)}
        from given
        join mentions m on m.paper_id = given.node and m.concept_id = given.target
        where given.kind = 'CONCEPT'
        union all
        select given.kind, given.node, given.target, null, null, {new RawSql(Evidence.Evidence.MentionColumns)}
        from given
        join concept_topics t on t.topic_id = given.target
        join mentions m on m.paper_id = given.node and m.concept_id = t.concept_id
        where given.kind = 'TOPIC'
        union all
        select given.kind, given.node, given.target, k.phrase, t.slug, {new RawSql(Evidence.Evidence.MentionColumns)}
        from given
        join topics t on t.id = given.target
        join keyphrases k on k.paper_id = given.node
        join mentions m on m.paper_id = k.paper_id and m.key = any (k.mention_keys)
        where given.kind = 'TOPIC'
        union all
        select given.kind, given.node, given.target, null, null,
          x.source, null, 'categories', x.category, null, null, x.source, '1', 1::real, null
        from given
        join topics t on t.id = given.target and t.taxonomy is not null
        join paper_categories x on x.paper_id = given.node and {new RawSql(SlugOfCategory)} = t.slug
        where given.kind = 'TOPIC'
        union all
        select given.kind, given.node, given.target, null, null, {new RawSql(Evidence.Evidence.StatedColumns)}
        from given
        join evidence v on v.paper_id = given.node
         and (given.kind = 'ORGANIZATION' and v.organization_id = given.target
           or given.kind = 'REPOSITORY' and v.repository_id = given.target)
        where given.kind in ('ORGANIZATION', 'REPOSITORY')
        union all
        select given.kind, given.node, given.target, null, null, g.source, null, 'authors', a.name, null, null, g.source, '1', 1::real, null
        from given
        join authorships a on a.paper_id = given.node and a.author_id = given.target
        join listings l on l.paper_id = a.paper_id and a.name = any (l.author_names)
        join pages g on g.id = l.page_id
        where given.kind = 'AUTHOR'
        union all
        select given.kind, given.node, given.target, null, null,
          r.host, r.url, 'url', r.url, null, null, read.extractor, read.version, 1::real, null
        from given
        join repositories r on r.id = given.node and r.organization_id = given.target
        cross join lateral (
          select v.extractor, v.version from evidence v where v.repository_id = r.id order by v.extractor, v.version limit 1) as read
        where given.kind = 'OWNER'
        union all
        select given.kind, given.node, given.target, null, null, x.source, null,
          case x.direction when 'CITES' then 'references' else 'citations' end, coalesce(x.title, x.keys[1]),
          null, null, x.source, '1', 1::real, null
        from given
        join citation_ends x on (x.paper_id, x.direction, x.end_paper_id) = (given.node, 'CITES', given.target)
          or (x.paper_id, x.direction, x.end_paper_id) = (given.target, 'CITED_BY', given.node)
        where given.kind = 'PAPER'
        order by 1, 2, 3, 8 desc, 10, 11, 6
        """);

    public override void Take(SqlRow row)
    {
        // Which topic a keyphrase belongs to is not stored: it follows from its words.
        if (!row.IsDBNull(3) && !TopicTree.Default.ByCues(row.GetString(3)).Contains(row.GetString(4))) return;
        var key = (row.GetString(0), row.GetInt64(1), row.GetInt64(2));
        if (!rows.TryGetValue(key, out var list)) rows.Add(key, list = []);
        var evidence = Evidence.Evidence.Read(row, FirstColumn);
        // Several listings state an author alike.
        if (!list.Contains(evidence)) list.Add(evidence);
    }

    public override object ValueFor(object parent)
    {
        var edge = ((IEdgeInAnswer)parent).Edge;
        return rows.TryGetValue((KindOf(edge), edge.From.Key, edge.To.Key), out var list) ? list : None;
    }

    /// <summary>What a paper has, by the kind of that; or OWNER.</summary>
    private static string KindOf(GraphEdge edge) => edge.Kind == EdgeKind.Owner ? Owner : EnumName.For(edge.To.Kind);
}
