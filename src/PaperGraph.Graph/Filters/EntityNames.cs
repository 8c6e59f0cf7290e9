using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Filters;

/// <summary>How entities of one type are found by what people call them.</summary>
/// <param name="Noun">What a message calls one of the entities, such as "concept".</param>
/// <param name="Key">Computes the key by which names are compared.</param>
/// <param name="Matches">
/// A select of <c>ord, id, rank, weight</c>: which entities each row of <c>asked (ord, slug, key)</c> may mean. Of several, one of
/// the least rank and then of the greatest weight is meant.
/// </param>
/// <param name="Similar">A select of names that may have been meant by <c>unknown (slug, key)</c>, best known first.</param>
internal sealed record EntityNames(string Noun, Func<string, string> Key, RawSql Matches, RawSql Similar)
{
    /// <summary>Computes what a text is compared with slugs as.</summary>
    public Func<string, string> Slug { get; init; } = text => text;

    /// <summary>The greatest length of a slug or a name in characters.</summary>
    public int MaxLength { get; init; } = TextLimits.Name;

    /// <summary>Appends <c>asked (ord, slug, key) as (…)</c>, a common table expression.</summary>
    public void AppendAsked(SqlText sql, IEnumerable<string> texts)
    {
        var trimmed = texts.Select(text => text.Trim()).ToArray();
        var slugs = Array.ConvertAll(trimmed, text => Slug(text));
        var keys = Array.ConvertAll(trimmed, text => Key(text));
        sql.Append($"""
            asked (ord, slug, key) as (
              select ord, slug, key
              from unnest({slugs}, {keys}) with ordinality as names (slug, key, ord))
            """);
    }
}

/// <summary>Slugs and names that a filter gives.</summary>
internal sealed record AskedNames(EntityNames Entities, IReadOnlyList<string> Texts)
{
    /// <summary>
    /// An SQL <c>array(…)</c> with the ids of the names that are known, in their order; an entity that has two of the names occurs twice.
    /// </summary>
    public SqlFragment Ids => sql =>
    {
        sql.Append($"array(\n  with ");
        Entities.AppendAsked(sql, Texts);
        sql.Append($"""

              select distinct on (found.ord) found.id
              from (
            {Entities.Matches}) as found (ord, id, rank, weight)
              order by found.ord, found.rank, found.weight desc, found.id)
            """);
    };
}
