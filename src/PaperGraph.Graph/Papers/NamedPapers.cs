using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// A filter that names what its papers have edges to, taken apart: the papers with one of these edges, and the filter that is left of
/// them. Of names that a paper must have all of, the papers are those of the rarest.
/// </summary>
/// <param name="Edges">The edges from papers to what the filter names.</param>
/// <param name="Given">
/// <c>(…) as parents</c> with <c>parent</c>, the <c>ids</c> of what is named, and how many <c>papers</c> have it at most.
/// </param>
/// <param name="Rest">What else must hold of the paper <c>p</c>; null for nothing.</param>
internal sealed record NamedPapers(PaperEdges Edges, SqlFragment Given, SqlFragment? Rest)
{
    /// <summary>Null where the filter looks at more of a paper than the edges have, or has nothing to intersect.</summary>
    public PaperIntersection? Shared { get; private init; }

    /// <summary>Whether the ids are those of one thing at most.</summary>
    public bool IsOne { get; private init; }

    /// <summary>Whether the rest looks at no column of the paper but its id and its day.</summary>
    public bool RestNeedsDayAlone { get; private init; }

    private static readonly PaperFilter Empty = new(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>Null where the filter names nothing by which papers could be found.</summary>
    /// <param name="filter">A filter that was compiled without failing.</param>
    public static NamedPapers? From(PaperFilter filter)
    {
        // What has the fewest papers comes first.
        if (filter.Repositories is { } repositories)
        {
            var found = From(PaperEdges.Repositories, Repository.Names, repositories, null, rest => filter with { Repositories = rest });
            if (found is not null) return found;
        }
        if (filter.Authors is { } authors)
        {
            var found = From(PaperEdges.Authors, Author.Names, authors, null, rest => filter with { Authors = rest });
            if (found is not null) return found;
        }
        if (filter.Organizations is { } given)
        {
            var names = new SlugFilter(given.All, given.Any, given.None, given.Unknown);
            var tree = given.IncludeChildren ? EntityTree.Organizations : null;
            // An edge in another role does not count, so that the whole condition stays.
            var found = From(PaperEdges.Organizations, Organization.Names, names, tree, rest => filter with
            {
                Organizations = given.Roles is not null ? given
                    : rest is null ? null
                    : given with { All = rest.All, Any = rest.Any, None = rest.None },
            });
            if (found is not null) return found;
        }
        if (filter.Concepts is { } concepts)
        {
            var found = From(PaperEdges.Concepts, Concept.Names, concepts, null, rest => filter with { Concepts = rest });
            if (found is not null) return found;
        }
        return filter.Topics is { } topics
            ? From(PaperEdges.Topics, Topic.Names, topics, EntityTree.Topics, rest => filter with { Topics = rest })
            : null;
    }

    /// <param name="edges">The edges from papers to what the filter names.</param>
    /// <param name="entities">The names that the filter may give.</param>
    /// <param name="names">The names that the filter gives.</param>
    /// <param name="tree">The tree whose lower rows count for those above them; null for none.</param>
    /// <param name="without">Makes the whole filter with what is left of the names; null for nothing.</param>
    private static NamedPapers? From(
        PaperEdges edges, EntityNames entities, SlugFilter names, EntityTree? tree, Func<SlugFilter?, PaperFilter> without)
    {
        // Where unknown names are left out, a paper may have all of none.
        var all = names.Unknown == UnknownNames.Error && names.All is { Count: > 0 };
        if (!all && names.Any is null) return null;

        var left = all
            ? names with { All = names.All!.Count > 1 ? names.All : null }
            : names with { Any = null };
        var rest = Without(left);
        var asked = new AskedNames(entities, all ? names.All! : names.Any!).Ids;
        return new NamedPapers(
            edges,
            sql =>
            {
                var ids = Below(tree, all ? Rarest(edges, asked) : asked);
                sql.Append($"""
                    (select
                      0::bigint as parent,
                      named.ids,
                      (select sum(t.paper_count) from {new RawSql(edges.Target)} t where t.id = any (named.ids)) as papers
                    from (select {ids} as ids offset 0) as named offset 0) as parents
                    """);
            },
            rest == Empty ? null : Compile(rest))
        {
            IsOne = tree is null && (all || names.Any!.Count == 1),
            RestNeedsDayAlone = rest.NeedsDayAlone,
            Shared = all && left.All is not null && rest.NeedsDayAlone
                ? new PaperIntersection(
                    edges,
                    [.. left.All.Distinct(StringComparer.Ordinal).Select(name => Below(tree, new AskedNames(entities, [name]).Ids))],
                    Compile(Without(left with { All = null })))
                : null,
        };

        PaperFilter Without(SlugFilter still) => without(still is { All: null, Any: null, None: null } ? null : still);

        static SqlFragment Compile(PaperFilter filter) => filter.Compile(new FilterScope(), new ArgumentPath("where"));
    }

    private static SqlFragment Rarest(PaperEdges edges, SqlFragment ids) => sql => sql.Append(
        $"array(select t.id from {new RawSql(edges.Target)} t where t.id = any ({ids}) order by t.paper_count, t.id limit 1)");

    private static SqlFragment Below(EntityTree? tree, SqlFragment ids) => tree is null
        ? ids
        : sql => sql.Append($"""
            array(
              with recursive below(id) as (
                select unnest({ids})
                union
                select child.id from {new RawSql(tree.Table)} child join below on child.parent_id = below.id)
              select id from below)
            """);
}
