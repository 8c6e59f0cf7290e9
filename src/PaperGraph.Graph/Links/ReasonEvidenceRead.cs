using Npgsql;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Links;

/// <summary>The words in both papers that prove each reason of some links, in one statement.</summary>
/// <param name="pairs">A select of two columns, the ids of the two papers of each link.</param>
internal sealed class ReasonEvidenceRead(SqlFragment pairs) : SqlRead
{
    private static readonly IReadOnlyList<ReasonEvidence> Empty = [];

    private readonly Dictionary<(long Paper, long Related, int Ordinal), List<ReasonEvidence>> rows = [];

    /// <summary>Null where the field has to wait for the reasons that are its parents.</summary>
    public static ReasonEvidenceRead? Of(FieldContext field)
    {
        if (field.Ahead is { } ahead) return (ahead.Source as IPairSource)?.Pairs is { } pending ? new ReasonEvidenceRead(pending) : null;

        var links = field.Parents.Cast<Reason>().Select(reason => (reason.Key.Paper, reason.Key.Related)).Distinct().ToArray();
        var papers = Array.ConvertAll(links, link => link.Paper);
        var related = Array.ConvertAll(links, link => link.Related);
        return new ReasonEvidenceRead(sql => sql.Append($"select * from unnest({papers}, {related}) as known(parent, node)"));
    }

    public override void Write(SqlText sql) => sql.Append($"""
        with reasons as (
          select s.*
          from (
        {pairs}) as pairs(parent, node)
          join link_reasons s on s.paper_id = pairs.parent and s.related_id = pairs.node)
        select s.paper_id, s.related_id, s.ordinal, m.paper_id = s.related_id, {new SqlWords(Evidence.Evidence.MentionColumns)}
        from reasons s
        join mentions m on m.concept_id = s.concept_id and m.paper_id in (s.paper_id, s.related_id)
        union all
        select s.paper_id, s.related_id, s.ordinal, v.paper_id = s.related_id, {new SqlWords(Evidence.Evidence.StatedColumns)}
        from reasons s
        join evidence v
          on v.paper_id in (s.paper_id, s.related_id)
         and (v.organization_id = s.organization_id or v.repository_id = s.repository_id)
        order by 1, 2, 3, 4, 7, 9
        """);

    public override void Take(NpgsqlDataReader row)
    {
        var key = (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2));
        if (!rows.TryGetValue(key, out var list)) rows.Add(key, list = []);
        list.Add(new ReasonEvidence(row.GetBoolean(3), Evidence.Evidence.Read(row, 4)));
    }

    public override object ValueFor(object parent) => rows.TryGetValue(((Reason)parent).Key, out var list) ? list : Empty;
}
