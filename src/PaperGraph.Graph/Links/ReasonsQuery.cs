using PaperGraph.Concepts.Linking;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Network;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>
/// The reasons of links, each with the node that both papers share, worked out of what both papers are compared by. The statement brings
/// the features of each paper once, the links' scores, and each node that two linked papers share once.
/// </summary>
/// <param name="pairs">A select of two columns, the ids of the two papers of each link.</param>
/// <param name="columns">The columns that are read of the nodes.</param>
internal sealed class ReasonsQuery(SqlFragment? pairs, ReasonNodes columns) : SqlQuery, IPairSource
{
    private static readonly IReadOnlyList<Reason> Empty = [];

    private readonly Dictionary<long, (PaperFeatures Features, byte[]? Levels)> papers = [];
    private readonly List<(long Paper, long Related, float Score)> links = [];
    private readonly Dictionary<(string Kind, long Id), Node> nodes = [];
    private LinkFeatureLookup targets = new();
    private Dictionary<(long Paper, long Related), List<Reason>>? reasons;

    public SqlFragment? Pairs => pairs;

    public override bool IsNeeded => pairs is not null;

    /// <summary>
    /// The reasons of edges of the graph in memory. Which of two papers has the other among its related ones is not known there, so that
    /// both ways are asked for.
    /// </summary>
    public static ReasonsQuery OfEdges(IEnumerable<GraphEdge> edges, ReasonNodes columns)
    {
        var related = edges.Where(edge => edge.Kind == EdgeKind.Related).Distinct().ToList();
        if (related.Count == 0) return new ReasonsQuery(null, columns);
        long[] papers = [.. related.Select(edge => edge.From.Key), .. related.Select(edge => edge.To.Key)];
        long[] others = [.. related.Select(edge => edge.To.Key), .. related.Select(edge => edge.From.Key)];
        return new ReasonsQuery(sql => sql.Append($"select * from unnest({papers}, {others}) as known(parent, node)"), columns);
    }

    public override IEnumerable<string> Types =>
    [
        SqlType.Text, SqlType.Bigint, SqlType.Bigint, SqlType.Real, SqlType.Bytes, SqlType.Bytes, SqlType.Bigints, SqlType.Bigints,
        SqlType.Bigints, SqlType.Text, SqlType.Text, .. columns.Types,
    ];

    public override void Clear()
    {
        papers.Clear();
        links.Clear();
        nodes.Clear();
        targets = new();
    }

    public override void Write(SqlText sql) => sql.Append($"""
        with {SharedTargets.FromPairs(pairs!)}
        select part.kind, part.id, part.related, l.scores[array_position(l.related_ids, part.related)], l.levels,
          f.packed, f.concept_ids, f.organization_ids, f.repository_ids, coalesce(c.key, o.slug, r.key), c.kind{columns.Words}
        from (
          select 'paper' as kind, paper.id, null::bigint as related
          from (select parent from pairs union select node from pairs) as paper(id)
          union all
          select 'link', parent, node from pairs
          union all
          select distinct shared.kind, shared.id, null::bigint from shared) as part
        left join paper_features f on part.kind = 'paper' and f.paper_id = part.id
        left join related_papers l on part.kind in ('paper', 'link') and l.paper_id = part.id
        left join {Concept.Entity.Table} on part.kind = 'concept' and c.id = part.id
        left join {Organization.Entity.Table} on part.kind = 'organization' and o.id = part.id
        left join {Repository.Entity.Table} on part.kind = 'repository' and r.id = part.id
        """);

    public override void Take(SqlRow row)
    {
        var (kind, id) = (row.GetString(0), row.GetInt64(1));
        switch (kind)
        {
            case "paper":
                if (row.IsDBNull(5)) return;
                papers.Add(id, (
                    new PaperFeatures(
                        row.GetFieldValue<byte[]>(5),
                        row.GetFieldValue<long[]>(6),
                        row.GetFieldValue<long[]>(7),
                        row.GetFieldValue<long[]>(8)),
                    row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4)));
                return;
            case "link":
                if (!row.IsDBNull(3)) links.Add((id, row.GetInt64(2), row.GetFloat(3)));
                return;
        }

        if (row.IsDBNull(9)) return;
        var target = new LinkableEntity(id, row.GetString(9));
        if (kind == SharedTargets.Concept) targets.AddConcept(target, EnumName.Parse<ConceptKind>(row.GetString(10)));
        else if (kind == SharedTargets.Organization) targets.AddOrganization(target);
        else targets.AddRepository(target);
        nodes.Add((kind, id), columns.Read(row, kind, id, first: 11));
    }

    public override object ValueFor(object parent)
    {
        if (parent is not IEdgeInAnswer { Edge: var known }) return Find(((Edge)parent).Parent, ((Edge)parent).Node.Key);
        if (known.Kind != EdgeKind.Related) return Empty;
        var (paper, related) = (known.From.Key, known.To.Key);
        if (Find(paper, related) is { Count: > 0 } forward) return forward;
        return Find(related, paper).Select(reason => reason with { Paper = paper, Related = related }).ToList();
    }

    private IReadOnlyList<Reason> Find(long paper, long related)
    {
        reasons ??= Explain();
        return reasons.TryGetValue((paper, related), out var list) ? list : Empty;
    }

    private Dictionary<(long Paper, long Related), List<Reason>> Explain()
    {
        var found = new Dictionary<(long, long), List<Reason>>();
        foreach (var list in links.GroupBy(link => link.Paper))
        {
            if (!papers.TryGetValue(list.Key, out var paper) || paper.Levels is null) continue;
            var related = list.Where(link => papers.ContainsKey(link.Related)).ToList();
            var explained = LinkExplanation.Explain(
                paper.Features, paper.Levels, [.. related.Select(link => (papers[link.Related].Features, link.Score))], targets);
            foreach (var (link, why) in related.Zip(explained))
                found[(link.Paper, link.Related)] = [.. why.SelectMany(reason => From(link.Paper, link.Related, reason))];
        }

        return found;
    }

    /// <summary>None for what was a node when the papers were linked, and is none now.</summary>
    private IEnumerable<Reason> From(long paper, long related, LinkReason reason)
    {
        if (reason.TargetId is not { } id) yield return new Reason(paper, related, reason.Kind, null, reason.Words, reason.Weight);
        else if (nodes.TryGetValue((SharedTargets.GetKind(reason.Kind), id), out var node))
            yield return new Reason(paper, related, reason.Kind, node, null, reason.Weight);
    }
}

/// <summary>The columns that are read of the nodes that papers share.</summary>
internal sealed class ReasonNodes(Selection selection)
{
    private readonly SelectedColumns<Concept> concepts = Concept.Entity.Select(selection.Select("node").On(nameof(Concept)).Names);

    private readonly SelectedColumns<Organization> organizations =
        Organization.Entity.Select(selection.Select("node").On(nameof(Organization)).Names);

    private readonly SelectedColumns<Repository> repositories =
        Repository.Entity.Select(selection.Select("node").On(nameof(Repository)).Names);

    public RawSql Words => new(concepts.Words.Text + organizations.Words.Text + repositories.Words.Text);

    public IEnumerable<string> Types => [.. concepts.Types, .. organizations.Types, .. repositories.Types];

    /// <param name="first">The ordinal at which <see cref="Words"/> begin in the row.</param>
    public Node Read(SqlRow row, string kind, long id, int first) => kind switch
    {
        SharedTargets.Concept => concepts.Read(row, id, first),
        SharedTargets.Organization => organizations.Read(row, id, first + concepts.Count),
        _ => repositories.Read(row, id, first + concepts.Count + organizations.Count),
    };
}
