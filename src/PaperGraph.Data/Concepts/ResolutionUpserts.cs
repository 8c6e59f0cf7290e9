using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// Stores what the mentions of papers mean, and which concepts, topics and keyphrases the papers are about. Papers of which the same was
/// stored last are passed over.
/// </summary>
public static class ResolutionUpserts
{
    private static readonly StagingTable<Resolution> Papers = new StagingTable<Resolution>("resolved_papers")
        .With("id", "bigint", paper => paper.PaperId)
        .With("digest", "bigint", paper => paper.Digest)
        .With("subject", "bigint", paper => paper.Subject)
        .With("meanings", "bytea", paper => paper.Meanings);

    private static readonly StagingTable<(long PaperId, ResolvedName Name)> Names =
        new StagingTable<(long PaperId, ResolvedName Name)>("resolved_names")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("key", "text", row => row.Name.Key)
            .With("concept_id", "bigint", row => row.Name.ConceptId)
            .With("resolved_by", "text", row => EnumName.For(row.Name.ResolvedBy))
            .With("confidence", "real", row => row.Name.Confidence);

    private static readonly StagingTable<(long PaperId, long ConceptId, float Weight)> Concepts =
        new StagingTable<(long PaperId, long ConceptId, float Weight)>("incoming_paper_concepts")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("concept_id", "bigint", row => row.ConceptId)
            .With("weight", "real", row => row.Weight);

    private static readonly StagingTable<(long PaperId, string Topic, float Score)> Topics =
        new StagingTable<(long PaperId, string Topic, float Score)>("incoming_paper_topics")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("slug", "text", row => row.Topic)
            .With("score", "real", row => row.Score);

    private static readonly StagingTable<(long PaperId, KeyphraseRow Row)> Keyphrases =
        new StagingTable<(long PaperId, KeyphraseRow Row)>("incoming_keyphrases")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("key", "text", row => row.Row.Key)
            .With("phrase", "text", row => row.Row.Phrase)
            .With("weight", "real", row => row.Row.Weight)
            .With("mention_keys", "text[]", row => row.Row.MentionKeys.ToArray());

    private const string ResolvedPapers = "select id from resolved_papers";

    private const string ReleaseMentions = """
        update mentions m
        set concept_id = null, resolved_by = null, confidence = null
        where m.paper_id = any (array(select id from resolved_papers))
            and m.concept_id is not null
            and not exists (select from resolved_names n where (n.paper_id, n.key) = (m.paper_id, m.key))
        """;

    private const string ResolveMentions = """
        update mentions m
        set concept_id = n.concept_id, resolved_by = n.resolved_by, confidence = n.confidence
        from resolved_names n
        where m.paper_id = any (array(select id from resolved_papers))
            and (n.paper_id, n.key) = (m.paper_id, m.key)
            and (m.concept_id, m.resolved_by, m.confidence) is distinct from (n.concept_id, n.resolved_by, n.confidence)
        """;

    private const string DeleteConcepts = """
        delete from paper_concepts c
        where c.paper_id = any (array(select id from resolved_papers))
            and not exists (
                select from incoming_paper_concepts i where (i.paper_id, i.concept_id) = (c.paper_id, c.concept_id))
        """;

    private const string UpdateConcepts = """
        update paper_concepts c
        set weight = i.weight
        from incoming_paper_concepts i
        where (c.paper_id, c.concept_id) = (i.paper_id, i.concept_id) and c.weight <> i.weight
        """;

    private const string InsertConcepts = """
        insert into paper_concepts (paper_id, concept_id, weight, published_order)
        select i.paper_id, i.concept_id, i.weight, p.published_order
        from incoming_paper_concepts i
        join papers p on p.id = i.paper_id
        on conflict do nothing
        """;

    private const string DeleteTopics = """
        delete from paper_topics pt
        where pt.paper_id = any (array(select id from resolved_papers))
            and pt.source is null
            and not exists (
                select from incoming_paper_topics i
                join topics t using (slug)
                where (i.paper_id, t.id) = (pt.paper_id, pt.topic_id))
        """;

    private const string UpdateTopics = """
        update paper_topics pt
        set score = i.score
        from incoming_paper_topics i
        join topics t using (slug)
        where (pt.paper_id, pt.topic_id) = (i.paper_id, t.id) and pt.score <> i.score
        """;

    private const string InsertTopics = """
        insert into paper_topics (paper_id, topic_id, score, published_order)
        select i.paper_id, t.id, i.score, p.published_order
        from incoming_paper_topics i
        join topics t using (slug)
        join papers p on p.id = i.paper_id
        on conflict do nothing
        """;

    private const string DeleteKeyphrases = """
        delete from keyphrases k
        where k.paper_id = any (array(select id from resolved_papers))
            and not exists (select from incoming_keyphrases i where (i.paper_id, i.key) = (k.paper_id, k.key))
        """;

    private const string UpdateKeyphrases = """
        update keyphrases k
        set phrase = i.phrase, weight = i.weight, mention_keys = i.mention_keys
        from incoming_keyphrases i
        where (k.paper_id, k.key) = (i.paper_id, i.key)
            and (k.phrase, k.weight, k.mention_keys) is distinct from (i.phrase, i.weight, i.mention_keys)
        """;

    private const string InsertKeyphrases = """
        insert into keyphrases (paper_id, key, phrase, weight, mention_keys)
        select i.paper_id, i.key, i.phrase, i.weight, i.mention_keys
        from incoming_keyphrases i
        where not exists (
            select from keyphrases k
            where k.paper_id = any (array(select id from resolved_papers)) and (k.paper_id, k.key) = (i.paper_id, i.key))
        order by i.paper_id, i.weight desc, i.key collate "C"
        """;

    private const string StoreDigests = """
        insert into resolutions (paper_id, digest, subject, meanings)
        select id, digest, subject, meanings
        from resolved_papers
        on conflict (paper_id) do update set digest = excluded.digest, subject = excluded.subject, meanings = excluded.meanings
        """;

    private static readonly string[] Additions = [ReleaseMentions, ResolveMentions, InsertConcepts, InsertTopics, StoreDigests];

    private static readonly string[] Changes =
    [
        ReleaseMentions, ResolveMentions, DeleteConcepts, UpdateConcepts, InsertConcepts, DeleteTopics, UpdateTopics, InsertTopics,
        DeleteKeyphrases, UpdateKeyphrases, InsertKeyphrases, StoreDigests,
    ];

    private const string StoredDigests = "select paper_id, digest from resolutions where paper_id = any(@papers)";

    // By the index for each paper, however large the tables are: in most cases nothing is found.
    private const string IsAnythingStored = """
        select exists (
            select
            from unnest(@papers) as paper (id)
            join lateral (
                (select from paper_concepts e where e.paper_id = paper.id limit 1)
                union all
                (select from keyphrases e where e.paper_id = paper.id limit 1)
                union all
                (select from paper_topics e where e.paper_id = paper.id and e.source is null limit 1)
            ) stored on true)
        """;

    /// <param name="papers">All that is known of some papers, with the papers of which nothing is known.</param>
    /// <returns>The number of papers of which something else was stored before.</returns>
    public static async Task<int> ReplaceAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ResolvedPaper> papers, CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        var stored = await transaction.QueryAsync(
            StoredDigests,
            reader => (Id: reader.GetInt64(0), Digest: reader.GetInt64(1)),
            cancellationToken,
            ("papers", papers.Select(paper => paper.PaperId).ToArray()));
        var digestOf = stored.ToDictionary(paper => paper.Id, paper => paper.Digest);
        var digest = new RowDigest();
        var changed = papers
            .Select(paper => (Paper: paper, Digest: paper.DigestBy(digest)))
            .Where(entry => !digestOf.TryGetValue(entry.Paper.PaperId, out var last) || last != entry.Digest)
            .ToList();
        if (changed.Count == 0) return 0;

        await Papers.FillAsync(
            transaction,
            changed.Select(entry => new Resolution
            {
                PaperId = entry.Paper.PaperId,
                Digest = entry.Digest,
                Subject = entry.Paper.SubjectBy(digest),
                Meanings = entry.Paper.Meanings,
            }),
            cancellationToken);
        // Where all is made anew, what is stored is told by the rows alone.
        var areAllNew = !changed.Exists(entry => digestOf.ContainsKey(entry.Paper.PaperId))
            && await transaction.QueryAsync(
                IsAnythingStored,
                reader => reader.GetBoolean(0),
                cancellationToken,
                ("papers", changed.Select(entry => entry.Paper.PaperId).ToArray())) is [false];
        await StoreAsync(transaction, [.. changed.Select(entry => entry.Paper)], areAllNew, cancellationToken);
        return changed.Count;
    }

    /// <param name="areAllNew">Whether nothing is stored of any of them, so that nothing has to be looked for and taken away.</param>
    private static async Task StoreAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ResolvedPaper> papers, bool areAllNew, CancellationToken cancellationToken)
    {
        await Names.FillAsync(
            transaction, papers.SelectMany(paper => paper.Names.Select(name => (paper.PaperId, name))), cancellationToken);
        await Concepts.FillAsync(
            transaction,
            papers.SelectMany(paper => paper.Concepts.Select(concept => (paper.PaperId, concept.ConceptId, concept.Weight))),
            cancellationToken);
        await Topics.FillAsync(
            transaction,
            papers.SelectMany(paper => paper.Topics.Select(topic => (paper.PaperId, topic.Topic, topic.Score))),
            cancellationToken);
        var keyphrases = papers.SelectMany(paper => paper.Keyphrases.OrderByDescending(row => row.Weight)
            .ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => (paper.PaperId, row)));
        if (areAllNew) await Keyphrases.CopyIntoAsync(transaction, "keyphrases", keyphrases, cancellationToken);
        else await Keyphrases.FillAsync(transaction, keyphrases, cancellationToken);

        await PaperCounts.BeginAsync(transaction, ResolvedPapers, cancellationToken);
        foreach (var sql in areAllNew ? Additions : Changes) await transaction.ExecuteAsync(sql, cancellationToken);
        await PaperCounts.ApplyAsync(transaction, ResolvedPapers, cancellationToken);
    }
}
