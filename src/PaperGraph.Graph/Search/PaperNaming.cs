using PaperGraph.Data.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>A way in which a typed text names papers, whatever words they have.</summary>
/// <param name="Field">What the text is.</param>
/// <param name="Base">How strongly it names them: 5 of what one paper has, 4 of what papers share.</param>
/// <param name="Ids">The statement that selects <c>paper_id</c> of the papers.</param>
internal sealed record PaperNaming(MatchedField Field, int Base, SqlFragment Ids)
{
    /// <summary>How many repositories whose names differ in case and punctuation alone are looked at.</summary>
    private const int MaxRepositories = 200;

    /// <summary>Every way in which the text may name papers.</summary>
    public static IReadOnlyList<PaperNaming> From(TypedText typed) =>
    [
        .. ByIdOrRepository(typed),
        .. typed.CanBeTitle ? [ByKey(MatchedField.Title, "TITLE", TitleKey.Create(typed.Text))] : Array.Empty<PaperNaming>(),
    ];

    /// <summary>
    /// Those among which a search for words has to look too. Titles have the words that they are made of, but where all of these are in
    /// no index.
    /// </summary>
    public static IReadOnlyList<PaperNaming> BesideWords(TypedText typed) =>
        typed.Words.HasWordInIndex ? [.. ByIdOrRepository(typed)] : From(typed);

    private static IEnumerable<PaperNaming> ByIdOrRepository(TypedText typed)
    {
        if (typed.ArxivKey is { } arxiv) yield return ByKey(MatchedField.ArxivId, "ARXIV", arxiv);
        if (typed.Doi is { } doi) yield return ByKey(MatchedField.Doi, "DOI", doi);
        if (typed.CatalogueId is { } id) yield return ByKey(MatchedField.CatalogueId, EnumName.For(id.Kind), id.Id);
        if (typed.Record is { } record)
        {
            yield return ByKey(
                record.Kind == PaperKeyKind.OpenAlex ? MatchedField.OpenAlexId : MatchedField.SemanticScholarId,
                EnumName.For(record.Kind),
                record.Key);
        }
        if (typed.RepositoryKey is { } key)
        {
            yield return new PaperNaming(MatchedField.Url, 4, sql => sql.Append($"""
                select x.paper_id
                from repositories r
                join paper_repositories x on x.repository_id = r.id
                where r.key = {key}
                """));
        }
        if (typed.RepositoryName is { } name)
        {
            // Names without case and punctuation, which there is an index of, find the few that can be meant.
            yield return new PaperNaming(MatchedField.Url, 4, sql => sql.Append($"""
                select x.paper_id
                from (select search_key({name}) as key offset 0) as typed
                cross join lateral (
                  select s.target_id
                  from search_names s
                  where {NameMatches.NameIs("typed.key")} and s.kind = 'REPOSITORY'
                  limit {RawSql.Number(MaxRepositories)}) as s
                join repositories r on r.id = s.target_id and lower(r.owner || '/' || r.name) = {name.ToLowerInvariant()}
                join paper_repositories x on x.repository_id = r.id
                """));
        }
    }

    private static PaperNaming ByKey(MatchedField field, string kind, string key) => new(field, 5, sql => sql.Append($"""
        select k.paper_id from paper_keys k where k.kind = '{new RawSql(kind)}' and k.key = {key}
        """));
}
