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
    /// <param name="at">The place of the argument.</param>
    /// <param name="entities">What the names are names of.</param>
    /// <param name="membership">The row.</param>
    /// <param name="members">What says which entities rows belong to.</param>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, EntityNames entities, Membership membership, Members members)
    {
        var (all, any, none) = (Names(All, "all"), Names(Any, "any"), Names(None, "none"));
        var key = new RawSql(members.Key!);
        var named = membership.OfNamed;
        return sql =>
        {
            for (var i = 0; i < all?.Texts.Count; i++)
            {
                if (all.Texts.Take(i).Contains(all.Texts[i])) continue;
                var id = all.Id(i);
                if (Unknown == UnknownNames.Ignore) sql.Append($"\n    and ({id} is null or (true");
                named.AppendIn(sql, members, members.Tree is null
                    ? inner => inner.Append($" and {key} = {id}")
                    : IsAny(ids => ids.Append($"array[{id}]")));
                if (Unknown == UnknownNames.Ignore) sql.Append($"))");
            }
            if (any is not null) named.AppendIn(sql, members, IsAny(any.Ids));
            if (none is not null) named.AppendNotIn(sql, members, IsAny(none.Ids));
        };

        AskedNames? Names(IReadOnlyList<string>? texts, string list) =>
            texts is null ? null : scope.Names(entities, texts, at.Field(list), Unknown == UnknownNames.Error);

        SqlFragment IsAny(SqlFragment ids) => sql => sql.Append($" and {key} = any ({AskedNames.WithBelow(members.Tree, ids)})");
    }
}
