using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

internal sealed record SlugFilter(IReadOnlyList<string>? All, IReadOnlyList<string>? Any, IReadOnlyList<string>? None)
{
    /// <summary>The same with each slug replaced.</summary>
    public SlugFilter Select(Func<string, string> replace) =>
        new(All?.Select(replace).ToArray(), Any?.Select(replace).ToArray(), None?.Select(replace).ToArray());

    /// <param name="sql">The statement, at the end of its conditions.</param>
    /// <param name="key">The id that is to be among the members, such as <c>p.id</c>.</param>
    /// <param name="members">A select of two columns: the id of a member, and a slug that it belongs to.</param>
    public void Append(SqlText sql, SqlWords key, SqlWords members)
    {
        if (All is { Count: > 0 })
        {
            var slugs = All.Distinct(StringComparer.Ordinal).ToArray();
            sql.Append($"""

                    and {key} in (
                      select m.id from ({members}) m(id, slug) where m.slug = any ({slugs})
                      group by m.id having count(distinct m.slug) = {slugs.Length})
                """);
        }
        if (Any is not null)
            sql.Append($"\n    and {key} in (select m.id from ({members}) m(id, slug) where m.slug = any ({Any.ToArray()}))");
        if (None is { Count: > 0 })
            sql.Append($"\n    and {key} not in (select m.id from ({members}) m(id, slug) where m.slug = any ({None.ToArray()}))");
    }
}
