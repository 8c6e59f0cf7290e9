using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Search;

/// <summary>
/// What may have been meant where one finger slipped: two letters in the wrong order, a letter too much, too few, or another one. For each
/// letter behind the first there are some seventy, and every one is looked up, which takes some microseconds.
/// </summary>
internal static class Slips
{
    private static readonly RawSql Letters = new("string_to_array('abcdefghijklmnopqrstuvwxyz0123456789 ', null)");

    /// <summary>Appends the common table expression <c>slips (key)</c>.</summary>
    /// <param name="typed">The name of one with a row whose column <c>key</c> has what was typed.</param>
    /// <param name="condition">Whether they are needed; <c>t.key</c> is what was typed.</param>
    public static void Append(SqlText sql, RawSql typed, RawSql condition) => sql.Append($"""
        slips (key) as materialized (
          select distinct slip.key
          from {typed} t
          cross join lateral generate_series(1, length(t.key)) as place
          cross join lateral (
            select left(t.key, place - 1) || substr(t.key, place + 1, 1) || substr(t.key, place, 1) || substr(t.key, place + 2)
            union all
            select left(t.key, place - 1) || substr(t.key, place + 1) where place > 1
            union all
            select left(t.key, place - 1) || letter || substr(t.key, place + wrong)
            from unnest({Letters}) as letter, generate_series(0, 1) as wrong
            where place > 1) as slip (key)
          where {condition}),

        """);
}
