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
    /// <param name="scope">The filter that this one is a part of.</param>
    /// <param name="at">The position of the argument.</param>
    /// <param name="entities">The entities that the slugs and names stand for.</param>
    /// <param name="membership">The condition that a row has one of these entities.</param>
    /// <param name="members">A select of two columns: the id of a row, and the id of an entity that it belongs to.</param>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, EntityNames entities, Membership membership, SqlFragment members)
    {
        var (all, any, none) = (Names(All, "all"), Names(Any, "any"), Names(None, "none"));
        return sql =>
        {
            foreach (var name in all?.Texts.Distinct(StringComparer.Ordinal) ?? [])
            {
                var one = new AskedNames(entities, [name]);
                if (Unknown == UnknownNames.Ignore) sql.Append($"\n    and (cardinality({one.Ids}) = 0 or (true");
                membership.AppendIn(
                    sql, inner => inner.Append($"select m.id from ({members}) as m (id, entity) where m.entity = ({one.Ids})[1]"));
                if (Unknown == UnknownNames.Ignore) sql.Append($"))");
            }
            if (any is not null) membership.AppendIn(sql, MembersOf(any));
            if (none is not null) membership.AppendNotIn(sql, MembersOf(none));
        };

        AskedNames? Names(IReadOnlyList<string>? texts, string list) =>
            texts is null ? null : scope.Names(entities, texts, at.Field(list), Unknown == UnknownNames.Error);

        SqlFragment MembersOf(AskedNames names) =>
            sql => sql.Append($"select m.id from ({members}) as m (id, entity) where m.entity = any ({names.Ids})");
    }
}
