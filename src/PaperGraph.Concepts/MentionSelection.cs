namespace PaperGraph.Concepts;

/// <summary>A place in the text that may become a mention.</summary>
/// <param name="Score">How sure it is that this names a concept that the paper is about.</param>
internal readonly record struct NamedSpan(PaperField Field, int Start, int Length, ConceptKind Kind, NameOrigin Origin, float Score)
{
    public int End => Start + Length;
}

/// <summary>Makes mentions of spans: of two that overlap the stronger stays; a key has one kind and one score in a paper.</summary>
internal static class MentionSelection
{
    public static List<ExtractedMention> Select(IReadOnlyList<AnalyzedField> fields, List<NamedSpan> spans)
    {
        var mentions = new List<ExtractedMention>();
        foreach (var field in fields)
            foreach (var span in WithoutOverlaps(spans.Where(span => span.Field == field.Field)))
            {
                var surface = field.Text.Substring(span.Start, span.Length);
                if (ConceptKey.Of(surface) is { Length: > 1 } key)
                    mentions.Add(new ExtractedMention(field.Field, span.Start, span.Length, surface, key, span.Kind, span.Score, span.Origin));
            }

        return Agree(mentions);
    }

    private static List<NamedSpan> WithoutOverlaps(IEnumerable<NamedSpan> spans)
    {
        var kept = new List<NamedSpan>();
        foreach (var span in spans.OrderByDescending(span => span.Origin).ThenByDescending(span => span.Length).ThenBy(span => span.Start))
            if (kept.TrueForAll(other => span.End <= other.Start || other.End <= span.Start)) kept.Add(span);
        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static List<ExtractedMention> Agree(List<ExtractedMention> mentions)
    {
        var byKey = mentions.GroupBy(mention => mention.Key).ToDictionary(
            group => group.Key,
            group => (Kind: group.Min(mention => mention.Kind), Score: group.Max(mention => mention.Score)));
        return mentions.ConvertAll(mention => mention with { Kind = byKey[mention.Key].Kind, Score = byKey[mention.Key].Score });
    }
}
