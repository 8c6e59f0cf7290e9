using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>Papers by their texts alone, with the concepts that were found in them.</summary>
internal static class TextCollection
{
    /// <summary>A paper's place in the list is its id, and was when the collection was built.</summary>
    public static IReadOnlyList<LinkablePaper> Linkable(
        IReadOnlyList<PaperText> texts, IReadOnlyList<ExtractedPaper> extractions, ConceptCollection collection)
    {
        var concepts = collection.Concepts.Index().ToDictionary(
            concept => concept.Item.Key, concept => (Target: new LinkableEntity(concept.Index, concept.Item.Key), concept.Item.Kind));
        return [.. texts.Select((text, i) => Linkable(i, text, extractions[i], collection.Papers[i]))];

        LinkablePaper Linkable(int id, PaperText text, ExtractedPaper extraction, ResolvedPaper resolved)
        {
            var surfaces = extraction.Mentions.Where(mention => resolved.Names.ContainsKey(mention.Key))
                .ToLookup(mention => resolved.Names[mention.Key].ConceptKey, mention => mention.Surface);
            return new LinkablePaper(
                id,
                text.Title,
                [.. resolved.Concepts.Select(concept => new LinkableConcept(
                    concepts[concept.ConceptKey].Target,
                    concepts[concept.ConceptKey].Kind,
                    concept.Weight,
                    PaperWords.In(surfaces[concept.ConceptKey])))],
                PaperWords.From(text),
                [],
                [])
            { KeyphraseWeights = [.. resolved.Keyphrases.Select(phrase => phrase.Weight)] };
        }
    }
}
