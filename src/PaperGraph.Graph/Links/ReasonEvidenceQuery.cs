using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Links;

/// <summary>
/// The words in both papers that prove each reason of some links, in one statement. Those of shared words are not stored: the
/// statement brings the texts of the papers that have such reasons, each once, and the words are looked up in them.
/// </summary>
/// <param name="pairs">A select of two columns, the ids of the two papers of each link.</param>
internal sealed class ReasonEvidenceQuery(SqlFragment pairs) : SqlQuery
{
    private const string WordExtractor = "words";

    /// <summary>The ordinal that stands for a text of a paper; those of reasons begin at 1.</summary>
    private const int OfText = 0;

    private static readonly IReadOnlyList<ReasonEvidence> Empty = [];

    private readonly Dictionary<(long Paper, long Related, int Ordinal), List<ReasonEvidence>> rows = [];

    /// <summary>The title and the abstract of each paper, as evidence of the whole text.</summary>
    private readonly Dictionary<long, List<Evidence.Evidence>> texts = [];

    public static DataRequest From(FieldContext field)
    {
        if (field.Prefetch is { } prefetch)
            return (prefetch.Source as IPairSource)?.Pairs is { } pending ? new ReasonEvidenceQuery(pending) : DataRequest.NeedsParents;

        var links = field.Parents.Cast<Reason>().Select(reason => (reason.Key.Paper, reason.Key.Related)).Distinct().ToArray();
        var papers = Array.ConvertAll(links, link => link.Paper);
        var related = Array.ConvertAll(links, link => link.Related);
        return new ReasonEvidenceQuery(sql => sql.Append($"select * from unnest({papers}, {related}) as known(parent, node)"));
    }

    public override void Write(SqlText sql) => sql.Append($"""
        with reasons as (
          select s.*
          from (
        {pairs}) as pairs(parent, node)
          join link_reasons s on s.paper_id = pairs.parent and s.related_id = pairs.node)
        select s.paper_id, s.related_id, s.ordinal, m.paper_id = s.related_id, {new RawSql(Evidence.Evidence.MentionColumns)}
        from reasons s
        join mentions m on m.concept_id = s.concept_id and m.paper_id in (s.paper_id, s.related_id)
        union all
        select s.paper_id, s.related_id, s.ordinal, v.paper_id = s.related_id, {new RawSql(Evidence.Evidence.StatedColumns)}
        from reasons s
        join evidence v
          on v.paper_id in (s.paper_id, s.related_id)
         and (v.organization_id = s.organization_id or v.repository_id = s.repository_id)
        union all
        select m.paper_id, m.paper_id, {OfText}, false, {new RawSql(Evidence.Evidence.MentionColumns)}
        from (
          select p.id as paper_id, t.field, t.surface, 0 as start, length(t.surface) as length,
            {WordExtractor} as extractor, {PaperLinker.Version} as version, 1::real as confidence
          from papers p
          cross join lateral (values ('TITLE', p.title), ('ABSTRACT', p.abstract)) as t(field, surface)
          where t.surface is not null
            and p.id in (
              select s.paper_id from reasons s where s.words is not null union select s.related_id from reasons s where s.words is not null)
        ) m
        order by 1, 2, 3, 4, 7 desc, 9
        """);

    public override void Take(NpgsqlDataReader row)
    {
        var key = (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2));
        var evidence = Evidence.Evidence.Read(row, 4);
        if (key.Item3 == OfText)
        {
            if (!texts.TryGetValue(key.Item1, out var fields)) texts.Add(key.Item1, fields = []);
            fields.Add(evidence);
            return;
        }

        if (!rows.TryGetValue(key, out var list)) rows.Add(key, list = []);
        list.Add(new ReasonEvidence(row.GetBoolean(3), evidence));
    }

    public override object ValueFor(object parent)
    {
        var reason = (Reason)parent;
        if (reason.Kind == ReasonKind.Words)
        {
            return (ReasonEvidence[])
            [
                .. Spans(reason.Key.Paper, reason.Words!, inRelated: false), .. Spans(reason.Key.Related, reason.Words!, inRelated: true),
            ];
        }
        return rows.TryGetValue(reason.Key, out var list) ? list : Empty;
    }

    private IEnumerable<ReasonEvidence> Spans(long paper, IReadOnlyList<string> words, bool inRelated) =>
        from text in texts.GetValueOrDefault(paper) ?? []
        from place in PaperWords.Find(text.Quote, words)
        select new ReasonEvidence(
            inRelated,
            text with { Quote = text.Quote.Substring(place.Start, place.Length), Start = place.Start, Length = place.Length });
}
