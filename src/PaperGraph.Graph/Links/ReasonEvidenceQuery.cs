using PaperGraph.Concepts.Linking;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Links;

/// <summary>
/// The words in both papers that prove each reason of some links, in one statement. Those of shared words are not stored: the
/// statement brings the texts of the papers, each once, and the words are looked up in them.
/// </summary>
/// <param name="pairs">A select of two columns, the ids of the two papers of each link.</param>
/// <param name="texts">A select of one column, the ids of the papers whose texts may be needed.</param>
internal sealed class ReasonEvidenceQuery(SqlFragment pairs, SqlFragment texts) : SqlQuery
{
    private const string WordExtractor = "words";

    /// <summary>What stands for a text of a paper in place of the kind of what is shared.</summary>
    private const string TextOfPaper = "text";

    private static readonly IReadOnlyList<ReasonEvidence> Empty = [];

    private readonly Dictionary<(long Paper, long Related, string Kind, long Id), List<ReasonEvidence>> rows = [];

    /// <summary>The title and the abstract of each paper, as evidence of the whole text.</summary>
    private readonly Dictionary<long, List<Evidence.Evidence>> textsOf = [];

    public static DataRequest From(FieldContext field)
    {
        if (field.Prefetch is { } prefetch)
            return (prefetch.Source as IPairSource)?.Pairs is { } pending
                ? new ReasonEvidenceQuery(pending, new RawSql("select parent from pairs union select node from pairs"))
                : DataRequest.NeedsParents;

        var reasons = field.Parents.Cast<Reason>().ToList();
        var links = reasons.Select(reason => (reason.Paper, reason.Related)).Distinct().ToArray();
        var papers = Array.ConvertAll(links, link => link.Paper);
        var related = Array.ConvertAll(links, link => link.Related);
        var byWords = reasons.Where(reason => reason.Words is not null).ToList();
        long[] read = [.. byWords.Select(reason => reason.Paper).Union(byWords.Select(reason => reason.Related))];
        return new ReasonEvidenceQuery(
            sql => sql.Append($"select * from unnest({papers}, {related}) as known(parent, node)"),
            sql => sql.Append($"select unnest({read})"));
    }

    public override IEnumerable<string> Types =>
        [SqlType.Bigint, SqlType.Bigint, SqlType.Text, SqlType.Bigint, SqlType.Boolean, .. Evidence.Evidence.Types];

    public override void Clear()
    {
        rows.Clear();
        textsOf.Clear();
    }

    public override void Write(SqlText sql) => sql.Append($"""
        with {SharedTargets.FromPairs(pairs)}
        select s.parent, s.node, s.kind, s.id, m.paper_id = s.node, {new RawSql(Evidence.Evidence.MentionColumns)}
        from shared s
        join mentions m on m.concept_id = s.id and m.paper_id in (s.parent, s.node)
        where s.kind = 'concept'
        union all
        select s.parent, s.node, s.kind, s.id, v.paper_id = s.node, {new RawSql(Evidence.Evidence.StatedColumns)}
        from shared s
        join evidence v
          on v.paper_id in (s.parent, s.node)
         and (s.kind = 'organization' and v.organization_id = s.id or s.kind = 'repository' and v.repository_id = s.id)
        union all
        select m.paper_id, m.paper_id, '{new RawSql(TextOfPaper)}', m.paper_id, false, {new RawSql(Evidence.Evidence.MentionColumns)}
        from (
          select p.id as paper_id, t.field, t.surface, 0 as start, length(t.surface) as length,
            {WordExtractor} as extractor, {PaperLinker.Version} as version, 1::real as confidence
          from papers p
          cross join lateral (values ('TITLE', p.title), ('ABSTRACT', p.abstract)) as t(field, surface)
          where t.surface is not null and p.id in ({texts})
        ) m
        order by 1, 2, 3, 4, 5, 8 desc, 10, 11
        """);

    public override void Take(SqlRow row)
    {
        var key = (Paper: row.GetInt64(0), row.GetInt64(1), Kind: row.GetString(2), row.GetInt64(3));
        var evidence = Evidence.Evidence.Read(row, 5);
        if (key.Kind == TextOfPaper)
        {
            if (!textsOf.TryGetValue(key.Paper, out var fields)) textsOf.Add(key.Paper, fields = []);
            fields.Add(evidence);
            return;
        }

        if (!rows.TryGetValue(key, out var list)) rows.Add(key, list = []);
        list.Add(new ReasonEvidence(row.GetBoolean(4), evidence));
    }

    public override object ValueFor(object parent)
    {
        var reason = (Reason)parent;
        if (reason.Node is not { } node)
        {
            return (ReasonEvidence[])
            [
                .. Spans(reason.Paper, reason.Words!, inRelated: false), .. Spans(reason.Related, reason.Words!, inRelated: true),
            ];
        }
        return rows.TryGetValue((reason.Paper, reason.Related, SharedTargets.GetKind(reason.Kind), node.Key), out var list) ? list : Empty;
    }

    private IEnumerable<ReasonEvidence> Spans(long paper, IReadOnlyList<string> words, bool inRelated) =>
        from text in textsOf.GetValueOrDefault(paper) ?? []
        from place in PaperWords.Find(text.Quote, words)
        select new ReasonEvidence(
            inRelated,
            text with { Quote = text.Quote.Substring(place.Start, place.Length), Start = place.Start, Length = place.Length });
}
