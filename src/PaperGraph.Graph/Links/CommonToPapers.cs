using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>That two papers have something in common, in SQL.</summary>
internal static class CommonToPapers
{
    /// <summary>A condition with <c>and</c> before it.</summary>
    /// <param name="kinds">Something of one of these kinds. Papers that are related are so by RELATED whatever they have.</param>
    /// <param name="paper">The expression of the one paper's id.</param>
    /// <param name="other">The expression of the other paper's id.</param>
    public static SqlFragment Compile(IReadOnlyList<EdgeKind> kinds, string paper, string other)
    {
        string[] names = [.. kinds.Distinct().Select(EnumName.For)];
        return sql => sql.Append($"""

                and ({kinds.Contains(EdgeKind.Related)}
                  or exists (
                    select
                    from paper_concepts a
                    join paper_concepts b on b.concept_id = a.concept_id
                    join concepts c on c.id = a.concept_id
                    where a.paper_id = {new RawSql(paper)} and b.paper_id = {new RawSql(other)} and c.kind = any ({names}))
                  or {kinds.Contains(EdgeKind.Topic)} and exists ({Shared("paper_topics", "topic_id")})
                  or {kinds.Contains(EdgeKind.Organization)} and exists ({Shared("paper_organizations", "organization_id")})
                  or {kinds.Contains(EdgeKind.Repository)} and exists ({Shared("paper_repositories", "repository_id")})
                  or {kinds.Contains(EdgeKind.Author)} and exists ({Shared("authorships", "author_id")})
                  or {kinds.Contains(EdgeKind.Citation)} and exists (
                    select
                    from citations a
                    where (a.paper_id, a.cited_paper_id) in (
                      ({new RawSql(paper)}, {new RawSql(other)}), ({new RawSql(other)}, {new RawSql(paper)})))
                  or {kinds.Contains(EdgeKind.Owner)} and exists (
                    select
                    from paper_repositories a
                    join repositories ra on ra.id = a.repository_id
                    join repositories rb on rb.organization_id = ra.organization_id
                    join paper_repositories b on b.repository_id = rb.id
                    where a.paper_id = {new RawSql(paper)} and b.paper_id = {new RawSql(other)}))
            """);

        RawSql Shared(string table, string key) => new(
            $"select from {table} a join {table} b on b.{key} = a.{key} where a.paper_id = {paper} and b.paper_id = {other}");
    }
}
