namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// What kind of word it is: the Penn Treebank's tags, as far as names need them apart. The numbers are those of the labels in the files of
/// weights, and of features that the typed tagger learnt from; they change only when both are learnt anew.
/// </summary>
internal enum PartOfSpeech : byte
{
    Noun = 0,
    Adjective = 1,
    Adverb = 2,
    Verb = 3,
    Gerund = 4,
    Participle = 5,
    Preposition = 6,
    Determiner = 7,
    Conjunction = 8,
    Pronoun = 9,
    Modal = 10,
    To = 11,
    Number = 12,
    Other = 13,
}

internal static class PartOfSpeechTags
{
    /// <summary>Reads a tag of the Penn Treebank.</summary>
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
