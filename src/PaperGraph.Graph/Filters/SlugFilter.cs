using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

internal enum UnknownNames
{
    Error,
    Ignore,
}

internal sealed record SlugFilter(IReadOnlyList<string>? All, IReadOnlyList<string>? Any, IReadOnlyList<string>? None, UnknownNames Unknown)
{
    /// <summary>What must hold of a row, each condition with <c>and</c> before it; true or false of every row, never null.</summary>
    /// <param name="scope">The filter that it is part of.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="entities">What the names are names of.</param>
    /// <param name="key">The row's id, such as <c>p.id</c>.</param>
    /// <param name="members">A select of two columns: the id of a row, and the id of an entity that it belongs to.</param>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, EntityNames entities, SqlWords key, SqlWords members)
    {
        var (all, any, none) = (Names(All, "all"), Names(Any, "any"), Names(None, "none"));
        return sql =>
        {
            if (all is { Texts.Count: > 0 })
            {
                // Where unknown names are left out, nothing may be left: then all rows have all.
                sql.Append($"\n    and (");
                if (Unknown == UnknownNames.Ignore) sql.Append($"cardinality({all.Ids}) = 0 or ");
                sql.Append($"""
                    {key} in (
                          select m.id from ({members}) as m (id, entity) where m.entity = any ({all.Ids})
                          group by m.id having count(distinct m.entity) = (select count(distinct known.id) from unnest({all.Ids}) as known (id))))
                    """);
            }
            if (any is not null) sql.Append($"\n    and exists ({MemberOf(any)})");
            if (none is not null) sql.Append($"\n    and not exists ({MemberOf(none)})");
        };

        AskedNames? Names(IReadOnlyList<string>? texts, string list) =>
            texts is null ? null : scope.Names(entities, texts, at.Field(list), Unknown == UnknownNames.Error);

        SqlFragment MemberOf(AskedNames names) =>
            sql => sql.Append($"select from ({members}) as m (id, entity) where m.id = {key} and m.entity = any ({names.Ids})");
    }
}
