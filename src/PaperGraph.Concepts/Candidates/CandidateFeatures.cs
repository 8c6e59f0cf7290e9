using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>What the score of a candidate is made of, by name.</summary>
internal static class CandidateFeatures
{
    private const float SeldomInNames = 0.15f;

    private static readonly string[] Names = ["background", "elsewhere", "own", "means", "proposed"];

    /// <summary>Name and value of every feature that is not 0.</summary>
    public static IEnumerable<(string Name, float Value)> Of(Candidate candidate, PaperWordCounts wordCounts)
    {
        var occurrences = candidate.Spans.Count;
        var words = candidate.Words;
        yield return ("bias", 1);
        yield return ("occurrences", MathF.Log(occurrences));
        yield return ("mean idf", words.Average(Background.Idf));
        yield return ("termhood", words.Average(Background.Termhood));
        if (candidate.InTitle) yield return (occurrences > 1 || candidate.Origin != NameOrigin.Text ? "title" : "title only", 1);
        yield return (Names[(int)candidate.Zone], 1);
        yield return ("explained", (float)candidate.Explained / occurrences);
        if (candidate.IsCapitalized) yield return ("capitalized", 1);
        yield return ("whole phrase", (float)candidate.WholePhrases / occurrences);

        if (words.Length > 1) yield return ("words apart", WordsApart(candidate, wordCounts));
        yield return (Length(candidate), 1);
        if (candidate.IsCoined && words.Length > 1) yield return ("coined", 1);
        if (CommonWords.Generic.Contains(words[^1])) yield return ("generic head", 1);
        if (candidate.IsPlural && Background.Termhood(words[^1]) < SeldomInNames) yield return ("plural that names seldom end in", 1);
        if (candidate.Origin == NameOrigin.Abbreviation) yield return ("defined", 1);
        if (candidate.Origin == NameOrigin.Vocabulary) yield return ("known", 1);
        if (candidate.TaggerConfidence > 0) yield return ("tagged", candidate.TaggerConfidence);
        if (words.Length > 1 && candidate.FirstTag == PartOfSpeech.Gerund) yield return ("begins with gerund", 1);
        if (words.Length > 1 && candidate.FirstTag == PartOfSpeech.Participle) yield return ("begins with participle", 1);
        if (candidate.TagBefore is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.Participle) yield return ("inside phrase", 1);
    }

    /// <summary>
    /// How much more often the paper uses the words than the phrase, on average, in logarithms; 0 where they stand in it alone: cohesion
    /// (Y. Park, R. Byrd and B. Boguraev, "Automatic glossary extraction: beyond terminology identification", COLING 2002).
    /// </summary>
    private static float WordsApart(Candidate candidate, PaperWordCounts wordCounts)
    {
        var (occurrences, sum) = (candidate.Spans.Count, 0f);
        foreach (var word in candidate.Words) sum += MathF.Log(Math.Max(occurrences, wordCounts[FeatureHash.Of(word)].Count) / (float)occurrences);
        return sum / candidate.Words.Length;
    }

    private static string Length(Candidate candidate) => candidate.Words.Length switch
    {
        1 => candidate.IsCoined ? "coined word" : candidate.IsCapitalized ? "proper word" : "single word",
        2 => "two words",
        3 => "three words",
        4 => "four words",
        _ => "five words or more",
    };
}
