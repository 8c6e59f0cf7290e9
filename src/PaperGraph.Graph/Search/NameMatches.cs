using PaperGraph.Graph.Sql;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Graph.Search;

/// <summary>
/// What else than papers a search finds, by its names: those that are typed whole, those that go on behind what is typed, and where there
/// are none of both, those that are spelt alike.
/// </summary>
/// <param name="text">What was typed.</param>
/// <param name="search">The same, understood: what is left out, or has to stand in a title, is no part of a name.</param>
/// <param name="kinds">The kinds to look among, none of them papers.</param>
internal sealed class NameMatches(string text, SearchText search, IReadOnlyList<NodeKind> kinds)
{
    private const int MaxWhole = 200;

    private const int MaxAlike = 20;

    /// <summary>How many names that begin so are all ranked; of more, the best known of each kind.</summary>
    public const int MaxBegun = 200;

    /// <summary>How many names of a kind are taken then.</summary>
    public const int MaxPopular = 50;

    /// <summary>
    /// Appends common table expressions: <c>names (kind, node, score, field, name)</c>, and <c>called (rows, is_estimate)</c>, how many
    /// there are of which these are the best.
    /// </summary>
    public void Append(SqlText sql)
    {
        var names = kinds.Select(EnumName.For).ToArray();
        // Ids of papers, and addresses with them, are no names.
        var isId = ArxivIds.ParseKey(text.Trim()) is not null || Doi.Parse(text.Trim()) is not null;
        var name = isId ? "" : string.Join(' ', search.Wanted.Where(term => !term.IsOfTitle).Select(term => term.Text));
        sql.Append($"""
            typed as materialized (select nullif(search_key({name}), '') as key),
            called_whole as materialized (
              select s.* from search_names s where s.key = (select key from typed) and s.is_whole and s.kind = any ({names})
              limit {RawSql.Number(MaxWhole)}),

            """);
        SearchNamesBegun.Append(sql, "begun_names", "typed", names, MaxBegun, MaxPopular);
        sql.Append($"""
            alike as materialized (
              select s.*, similarity(s.key, (select key from typed)) as likeness
              from search_names s
              where s.key % (select key from typed) and s.is_whole and s.kind = any ({names})
                and not exists (select from called_whole) and not exists (select from begun_names)
              order by likeness desc, s.popularity desc, s.kind, s.target_id
              limit {RawSql.Number(MaxAlike)}),
            names (kind, node, score, field, name) as materialized (
              select distinct on (kind, target_id) kind, target_id, score::real, field, name
              from (
                select kind, target_id, 4 + popularity / 100.0 as score, 'NAME' as field, name from called_whole
                union all
                select s.kind, s.target_id,
                  case when s.key = t.key then 2.0 when s.is_whole then 1.9 else 1.5 end
                    + s.popularity / 60.0 + 0.3 * least(1, length(t.key)::real / length(s.name)),
                  'NAME', s.name
                from begun_names s, typed t
                union all
                select kind, target_id, 1 + likeness + popularity / 100.0, 'NAME', name from alike
                union all
                select 'REPOSITORY', id, 5, 'URL', url
                from repositories
                where key = {RepositoryUrl.ParseKey(text.Trim()) ?? ""} and 'REPOSITORY' = any ({names})) as found
              order by kind, target_id, score desc, name collate "C"),
            called (rows, is_estimate) as (
              select count(*), (select count(*) from begun_names) > {RawSql.Number(MaxBegun)} from names)
            """);
    }
}
