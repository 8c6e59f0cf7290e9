using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Repositories;

/// <summary>What is known of a paper's code, in SQL.</summary>
internal static class CodeStatusSql
{
    /// <param name="paper">The expression of the paper's id.</param>
    public static string Of(string paper) => $"""
        case when exists (select from paper_repositories x where x.paper_id = {paper}) then 'RELEASED'
          when exists (select from code_promises x where x.paper_id = {paper}) then 'PROMISED'
          else 'NONE' end
        """;
}

internal static class CodeStatusFields
{
    public static FieldBindings BindCodeStatus(this FieldBindings bindings) => bindings
        .Enum<CodeStatus>("CodeStatus")
        .Data("Paper.codePromise", Promise);

    private static DataRequest Promise(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new SingleRowQuery<Evidence.Evidence>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, 'paper-text', null::text, x.field, x.quote, x.start, length(x.quote), x.extractor, x.version, 1::real,
                  null::boolean
                from {parents}
                join code_promises x on x.paper_id = parents.parent
                """),
            [SqlType.Bigint, .. Evidence.Evidence.Types],
            row =>
            {
                var stated = Evidence.Evidence.Read(row, 1);
                // The database counts characters, evidence the units of UTF-16.
                return stated with { Length = stated.Quote.Length };
            })
        : DataRequest.NeedsParents;
}
