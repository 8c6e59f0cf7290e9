using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Communities;
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
/// <param name="Edges">The edges to what is named.</param>
/// <param name="Given"><c>(…) as parents</c> with <c>parent</c> and the <c>ids</c> of what is named.</param>
/// <param name="Rest">What else must hold of the papers; null for nothing.</param>
internal sealed record NamedPapers(PaperEdges Edges, SqlFragment Given, PaperFilter? Rest)
{
    /// <summary>Whether it is one id at most.</summary>
    public bool IsOne { get; private init; }

    /// <summary>Null where the filter looks at more of a paper than the edges have, or has nothing to intersect.</summary>
    public PaperIntersection? Shared { get; private init; }

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
        if (filter.Communities is { } communities)
        {
            var found = From(PaperEdges.Communities, Community.Names, communities, null, rest => filter with { Communities = rest });
            if (found is not null) return found;
        }
        return filter.Topics is { } topics
            ? From(PaperEdges.Topics, Topic.Names, topics, EntityTree.Topics, rest => filter with { Topics = rest })
            : null;
    }

    /// <param name="edges">The edges to what is named.</param>
    /// <param name="entities">How it is named.</param>
    /// <param name="names">The names.</param>
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
        var asked = new AskedNames(entities, all ? names.All! : names.Any!);
        return new NamedPapers(
            edges,
            sql =>
            {
                var ids = AskedNames.WithBelow(tree, all ? Rarest(edges, asked.Ids) : asked.Ids);
                sql.Append($"(select 0::bigint as parent, {ids} as ids offset 0) as parents");
            },
            rest == PaperFilter.Empty ? null : rest)
        {
            IsOne = (all || asked.Texts.Count == 1) && tree is null,
            Shared = all && left.All is not null && rest.NeedsDayAlone && edges.HasDays
                ? new PaperIntersection(
                    edges,
                    [.. from place in Enumerable.Range(0, left.All.Count) select AskedNames.WithBelow(tree, One(asked, place))],
                    HasRepeats: edges.HasRepeats || tree is not null,
                    sql => rest.PublishedOn?.Append(sql, new("x.published_order")),
                    Without(left with { All = null }).Compile(new FilterScope(), new ArgumentPath("where")))
                : null,
        };

        PaperFilter Without(SlugFilter still) => without(still is { All: null, Any: null, None: null } ? null : still);

        static SqlFragment One(AskedNames asked, int place) => sql => sql.Append($"array[{asked.Id(place)}]");
    }

    private static SqlFragment Rarest(PaperEdges edges, SqlFragment ids) => sql => sql.Append(
        $"array(select t.id from {new RawSql(edges.Target)} t where t.id = any ({ids}) order by t.paper_count, t.id limit 1)");
}
