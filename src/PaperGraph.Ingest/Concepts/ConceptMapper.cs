using PaperGraph.Concepts;
using PaperGraph.Concepts.Collection;
using PaperGraph.Data.Concepts;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Concepts;

/// <summary>What is found in texts as rows, and back.</summary>
internal static class ConceptMapper
{
    /// <summary>What is longer than a stored name may be is no name: a run of letters without blanks, a formula.</summary>
    public static PaperMentions Row(long paper, ExtractedPaper extracted)
    {
        var stored = new ExtractedPaper(
            [.. extracted.Mentions.Where(mention => IsName(mention.Surface) && IsName(mention.Key))],
            [.. extracted.Abbreviations.Where(AreNames)]);
        var names = PaperNames.From(paper, stored);
        return new PaperMentions(
            paper,
            [.. stored.Mentions.Select(mention => new MentionRow(
                mention.Field, mention.Start, mention.Length, mention.Surface, mention.Key, mention.Kind, mention.Score,
                mention.Origin))],
            [.. stored.Abbreviations.Select(pair => new AbbreviationRow(pair.Short, pair.Long, pair.ShortKey, pair.LongKey))],
            PackedNames.Pack(names),
            [.. names.CreateReferences()]);
    }

    private static bool AreNames(AbbreviationPair pair) =>
        pair.Short.Length is > 0 and <= TextLimits.ShortForm && IsName(pair.Long) && IsName(pair.ShortKey) && IsName(pair.LongKey);

    private static bool IsName(string text) => text.Length is > 0 and <= TextLimits.Name;

    public static NameRecordRow Row(StoredRecord record) => new()
    {
        Key = record.Key,
        Packed = record.Packed,
        LookupKeys = record.References.Length == 0 ? null : record.References,
    };

    public static StoredRecord Record(NameRecordRow row) => new(row.Key, row.Packed, row.LookupKeys ?? []);

    /// <param name="changed">One that is a concept.</param>
    public static ConceptRow Row(ChangedConcept changed) => Row(changed.Concept!, changed.PapersAbout);

    private static ConceptRow Row(PaperGraph.Concepts.Collection.Concept concept, int papers) => new(
        concept.Key,
        concept.Slug,
        concept.Name,
        concept.Kind,
        papers,
        concept.Specificity,
        [.. concept.Names.Select(name => new ConceptNameRow(name.Name, name.Key, name.MentionCount, name.Origin))],
        concept.Topics);

    /// <param name="mentions">The digest of the paper's mentions.</param>
    /// <param name="idOf">The ids of the stored concepts by their keys.</param>
    public static Data.Concepts.ResolvedPaper Row(
        RecountedPaper recounted, long mentions, IReadOnlyDictionary<string, long> idOf) => new(
        recounted.Resolved.PaperId,
        mentions,
        [.. recounted.Resolved.Names.Select(name => new Data.Concepts.ResolvedName(
            name.Key, idOf[name.Value.ConceptKey], name.Value.ResolvedBy, name.Value.Confidence))],
        [.. recounted.Resolved.Concepts.Where(concept => concept.Weight > 0).Select(concept => (idOf[concept.ConceptKey], concept.Weight))],
        [.. recounted.Resolved.Topics.Select(topic => (topic.Topic, topic.Score))],
        [.. recounted.Resolved.Keyphrases.Where(phrase => phrase.Weight > 0)
            .Select(phrase => new KeyphraseRow(phrase.Key, phrase.Phrase, phrase.Weight, phrase.MentionKeys))],
        recounted.Meanings);
}
