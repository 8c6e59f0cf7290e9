using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Measures the features of the candidates of one paper.</summary>
/// <param name="positionRank">The rank of each form, by its number.</param>
internal sealed class CandidateFeatureExtractor(PaperWordCounts wordCounts, float[] positionRank)
{
    public const int Count = (int)CandidateFeature.InsidePhrase + 1;

    private const float SeldomInNames = 0.15f;

    /// <summary>In characters: the first position is counted from so near on.</summary>
    private const float NearStart = 100;

    /// <param name="values">Receives the values by the feature's number; a feature that does not hold stays 0.</param>
    public void Measure(Candidate candidate, Span<float> values)
    {
        values.Clear();
        var (words, occurrences) = (candidate.Words, candidate.Spans.Count);
        Set(values, CandidateFeature.Bias);
        Set(values, CandidateFeature.Occurrences, MathF.Log(occurrences));
        Set(values, CandidateFeature.WholePhrase, (float)candidate.WholePhrases / occurrences);
        Set(values, CandidateFeature.Explained, (float)candidate.Explained / occurrences);
        Set(values, CandidateFeature.Position, Position(candidate));
        if (candidate.InTitle)
        {
            var isCertain = occurrences > 1 || candidate.Origin != ConceptNameOrigin.Text;
            Set(values, isCertain ? CandidateFeature.Title : CandidateFeature.TitleOnly);
        }
        Set(values, CandidateFeature.Background + (int)candidate.Zone);
        if (candidate.Origin == ConceptNameOrigin.Abbreviation) Set(values, CandidateFeature.Defined);
        if (candidate.Origin == ConceptNameOrigin.Vocabulary) Set(values, CandidateFeature.Known);
        Set(values, CandidateFeature.Tagged, candidate.TaggerConfidence);

        MeasureWords(words, occurrences, values);
        Set(values, Length(candidate));
        if (candidate.IsCapitalized) Set(values, CandidateFeature.Capitalized);
        if (candidate.IsCoined && words.Length > 1) Set(values, CandidateFeature.Coined);
        if (CommonWords.Generic.Contains(words[^1].Form)) Set(values, CandidateFeature.GenericHead);
        if (candidate.IsPlural && words[^1].InGeneral.Termhood < SeldomInNames) Set(values, CandidateFeature.PluralThatNamesSeldomEndIn);
        if (words.Length > 1 && candidate.FirstTag == PartOfSpeech.Gerund) Set(values, CandidateFeature.BeginsWithGerund);
        if (words.Length > 1 && candidate.FirstTag == PartOfSpeech.Participle) Set(values, CandidateFeature.BeginsWithParticiple);
        if (candidate.TagBefore is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.Participle)
            Set(values, CandidateFeature.InsidePhrase);
    }

    private static void Set(Span<float> values, CandidateFeature feature, float value = 1) => values[(int)feature] = value;

    /// <summary>
    /// Means over the words. Words apart is how much more often the paper uses them than the phrase, in logarithms; 0 where they stand in
    /// it alone: cohesion (Y. Park, R. Byrd and B. Boguraev, "Automatic glossary extraction: beyond terminology identification", COLING
    /// 2002).
    /// </summary>
    private void MeasureWords(WordPiece[] words, int occurrences, Span<float> values)
    {
        var (idf, termhood, rank, apart) = (0f, 0f, 0f, 0f);
        foreach (var word in words)
        {
            idf += word.InGeneral.Idf;
            termhood += word.InGeneral.Termhood;
            var form = wordCounts.GetNumber(word.Hash);
            rank += positionRank[form];
            var uses = wordCounts[form].Count;
            if (uses > occurrences) apart += MathF.Log(uses / (float)occurrences);
        }

        Set(values, CandidateFeature.MeanIdf, idf / words.Length);
        Set(values, CandidateFeature.Termhood, termhood / words.Length);
        Set(values, CandidateFeature.PositionRank, MathF.Log(0.001f + rank / words.Length));
        if (words.Length > 1) Set(values, CandidateFeature.WordsApart, apart / words.Length);
    }

    /// <summary>How far into the abstract it first stands, in logarithms; 0 in the title.</summary>
    private static float Position(Candidate candidate)
    {
        if (candidate.InTitle) return 0;
        var first = int.MaxValue;
        foreach (var span in candidate.Spans) first = Math.Min(first, span.Start);
        return MathF.Log(1 + first / NearStart);
    }

    private static CandidateFeature Length(Candidate candidate) => candidate.Words.Length switch
    {
        1 => candidate.IsCoined ? CandidateFeature.CoinedWord
            : candidate.IsCapitalized ? CandidateFeature.ProperWord : CandidateFeature.SingleWord,
        2 => CandidateFeature.TwoWords,
        3 => CandidateFeature.ThreeWords,
        4 => CandidateFeature.FourWords,
        _ => CandidateFeature.FiveWordsOrMore,
    };
}
