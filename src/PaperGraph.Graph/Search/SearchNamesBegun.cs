using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Search;

/// <summary>
/// Names that begin with some letters. Where they are few all are taken; where they are many the best known, step of popularity by step:
/// each step is looked up in an index of steps and names, so that "a" costs no more than what is longer. Those that begin so as a whole are
/// as many as those of which a later word does: one types what a name begins with.
/// </summary>
internal static class SearchNamesBegun
{
    /// <summary>Appends the common table expression <paramref name="name"/> with rows of <c>search_names</c>.</summary>
    /// <param name="typed">The name of one with a row whose column <c>key</c> has the letters.</param>
    /// <param name="kinds">The kinds to look among.</param>
    /// <param name="maxAll">So many are all taken.</param>
    /// <param name="maxPopular">Of more, so many of each kind as a whole, and so many from a later word on.</param>
    public static void Append(SqlText sql, string name, string typed, string[] kinds, int maxAll, int maxPopular)
    {
        var (all, key) = (new RawSql($"all_{name}"), new RawSql($"(select key from {typed})"));
        // Behind all that begins with the letters comes the last character that there is.
        var begins = new RawSql($"s.key >= {key.Text} and s.key < {key.Text} || '{char.ConvertFromUtf32(0x10FFFF)}'");
        sql.Append($"""
            {all} as materialized (
              select s.* from search_names s where {begins} and s.kind = any ({kinds}) limit {RawSql.Number(maxAll + 1)}),
            {new RawSql(name)} as materialized (
              select * from {all} where (select count(*) from {all}) <= {RawSql.Number(maxAll)}
              union all
              select best.*
              from unnest({kinds}) as asked (kind)
              cross join (values (true), (false)) as part (is_whole)
              cross join lateral (
                select of_step.*
                from generate_series((select max(popularity) from search_names where kind = asked.kind)::integer, 0, -1) as step
                cross join lateral (
                  select s.*
                  from search_names s
                  where s.kind = asked.kind and s.popularity = step and {begins} and s.is_whole = part.is_whole
                  order by s.key, s.target_id
                  limit {RawSql.Number(maxPopular)}) as of_step
                limit {RawSql.Number(maxPopular)}) as best
              where (select count(*) from {all}) > {RawSql.Number(maxAll)}),

            """);
    }
}
