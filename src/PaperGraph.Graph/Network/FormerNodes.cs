using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Network;

/// <summary>Nodes that were merged into others, by their former ids.</summary>
internal static class FormerNodes
{
    /// <summary>
    /// A select of three columns: a kind, an id, and the id of the node that it leads to now, whether that exists or not.
    /// </summary>
    public static SqlFragment Follow(string[] kinds, long[] keys) => sql => sql.Append($"""
        select g.kind, g.node, coalesce(fp.node, fc.node, fo.node, fr.node, g.node)
        from unnest({kinds}, {keys}) as g(kind, node)
        left join ({Paper.Entity.FormerIds!.Value}) as fp(id, node) on g.kind = 'PAPER' and fp.id = g.node
        left join ({Concept.Entity.FormerIds!.Value}) as fc(id, node) on g.kind = 'CONCEPT' and fc.id = g.node
        left join ({Organization.Entity.FormerIds!.Value}) as fo(id, node) on g.kind = 'ORGANIZATION' and fo.id = g.node
        left join ({Repository.Entity.FormerIds!.Value}) as fr(id, node) on g.kind = 'REPOSITORY' and fr.id = g.node
        """);
}
