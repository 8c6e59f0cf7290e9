namespace PaperGraph.Concepts.Tagging;

/// <summary>What kind of word it is: the Penn Treebank's tags, as far as names need them apart.</summary>
internal enum PartOfSpeech : byte
{
    Noun,
    Adjective,
    Adverb,
    Verb,
    Gerund,
    Participle,
    Preposition,
    Determiner,
    Conjunction,
    Pronoun,
    Modal,
    To,
    Number,
    Other,
}

internal static class PartOfSpeechTags
{
    /// <summary>From a tag of the Penn Treebank.</summary>
    public static PartOfSpeech FromPenn(string tag) => tag switch
    {
        "NN" or "NNS" or "NNP" or "NNPS" or "FW" or "SYM" => PartOfSpeech.Noun,
        "JJ" or "JJR" or "JJS" => PartOfSpeech.Adjective,
        "RB" or "RBR" or "RBS" or "RP" => PartOfSpeech.Adverb,
        "VB" or "VBP" or "VBZ" or "VBD" => PartOfSpeech.Verb,
        "VBG" => PartOfSpeech.Gerund,
        "VBN" => PartOfSpeech.Participle,
        "IN" => PartOfSpeech.Preposition,
        "DT" or "PDT" or "WDT" or "EX" => PartOfSpeech.Determiner,
        "CC" => PartOfSpeech.Conjunction,
        "PRP" or "PRP$" or "WP" or "WP$" or "WRB" => PartOfSpeech.Pronoun,
        "MD" => PartOfSpeech.Modal,
        "TO" => PartOfSpeech.To,
        "CD" or "LS" => PartOfSpeech.Number,
        _ => PartOfSpeech.Other,
    };
}
