namespace PaperGraph.Model;

/// <summary>Where a name of a concept comes from.</summary>
public enum ConceptNameOrigin
{
    /// <summary>The name is a phrase of the text.</summary>
    Text,

    /// <summary>
    /// A phrase that is a name by the look of it: coined, with capitals inside of a sentence, or one that the tagger is sure of.
    /// </summary>
    Name,

    /// <summary>One side of a definition such as "low-rank adaptation (LoRA)".</summary>
    Abbreviation,

    /// <summary>The name is in the vocabulary.</summary>
    Vocabulary,

    /// <summary>A source that lists methods or datasets states it, and no paper writes it.</summary>
    Stated,
}
