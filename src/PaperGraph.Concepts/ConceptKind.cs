namespace PaperGraph.Concepts;

/// <summary>What a concept is to a paper.</summary>
public enum ConceptKind
{
    Method,
    Task,
    Dataset,
    Model,
    Metric,
    Other,
}

/// <summary>The stored text that a mention stands in.</summary>
public enum PaperField
{
    Title,
    Abstract,
}

/// <summary>How a name was found to be one.</summary>
public enum NameOrigin
{
    /// <summary>A phrase of the text.</summary>
    Text,

    /// <summary>A phrase that is a name by the look of it: coined, with capitals inside of a sentence, or one that the tagger is sure of.</summary>
    Name,

    /// <summary>One side of a definition such as "low-rank adaptation (LoRA)".</summary>
    Abbreviation,

    /// <summary>A name of the gazetteer.</summary>
    Vocabulary,

    /// <summary>A keyword that the source of the paper states.</summary>
    Keyword,
}

/// <summary>Who said which concept a name belongs to.</summary>
public enum ResolvedBy
{
    /// <summary>The paper defines the abbreviation itself, or another of its names tells what it means.</summary>
    Document,

    /// <summary>The only or clearly dominant reading in the collection.</summary>
    Collection,

    /// <summary>The gazetteer.</summary>
    Vocabulary,

    /// <summary>The name itself: nothing had to be resolved.</summary>
    Text,
}
