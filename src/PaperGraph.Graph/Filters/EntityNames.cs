using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Filters;

/// <summary>How entities of one type are found by what people call them.</summary>
/// <param name="Noun">What a message calls one: "concept".</param>
/// <param name="Key">Makes of a name what names are compared by.</param>
/// <param name="Matches">
/// A select of <c>ord, id, rank, weight</c>: which entities each row of <c>asked (ord, slug, key)</c> may mean. Of several, one of
/// the least rank and then of the greatest weight is meant.
/// </param>
/// <param name="Similar">A select of names that may have been meant by <c>unknown (slug, key)</c>, best known first.</param>
internal sealed record EntityNames(string Noun, Func<string, string> Key, RawSql Matches, RawSql Similar)
{
    /// <summary>Makes of a text what slugs are compared with.</summary>
    public Func<string, string> Slug { get; init; } = text => text;

    /// <summary>Characters of a slug or name.</summary>
    public int MaxLength { get; init; } = TextLimits.Name;
}

/// <summary>A list of slugs and names. Equal where it is the same list, so that a statement finds them once.</summary>
internal sealed record AskedNames(EntityNames Entities, IReadOnlyList<string> Texts)
{
    /// <summary>
    /// An SQL <c>array(…)</c> with the ids of the names that are known, in their order; an entity that has two of the names occurs twice.
    /// </summary>
    public SqlFragment Ids => sql => sql.Append($"array(select id from {Found(sql)} where id is not null order by ord)");

    /// <summary>The id of one of the names, a scalar; null where it is not known.</summary>
    /// <param name="place">Its place in the list, from 0.</param>
    public SqlFragment Id(int place) => sql => sql.Append($"(select id from {Found(sql)} where ord = {RawSql.Number(place + 1)})");

    /// <summary>The same ids, and with a tree those below them: an SQL array.</summary>
    public static SqlFragment WithBelow(EntityTree? tree, SqlFragment ids) => tree is null
        ? ids
        : sql => sql.Append($"""
            array(
              with recursive below(id) as (
                select unnest({ids})
                union
                select child.id from {new RawSql(tree.Table)} child join below on child.parent_id = below.id)
              select id from below)
            """);

    /// <summary>The name of a common table expression <c>(ord, slug, key, id)</c>, whose id is null where a name is not known.</summary>
    public RawSql Found(SqlText sql) => sql.Once(this, "(ord, slug, key, id)", WriteFound);

    private void WriteFound(SqlText sql)
    {
        var trimmed = Texts.Select(text => text.Trim()).ToArray();
        var slugs = Array.ConvertAll(trimmed, text => Entities.Slug(text));
        var keys = Array.ConvertAll(trimmed, text => Entities.Key(text));
        sql.Append($"""
              with asked (ord, slug, key) as (
                select ord, slug, key
                from unnest({slugs}, {keys}) with ordinality as names (slug, key, ord))
              select asked.*, meant.id
              from asked
              left join (
                select distinct on (found.ord) found.ord, found.id
                from (
            {Entities.Matches}) as found (ord, id, rank, weight)
                order by found.ord, found.rank, found.weight desc, found.id) as meant using (ord)
            """);
    }
}
