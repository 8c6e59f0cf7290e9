using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// What the score of a candidate is made of. The table of weights calls each by its words in lower case: "mean idf". From Background to
/// Proposed they are those of <see cref="Zone"/>, in its order.
/// </summary>
internal enum CandidateFeature
{
    Bias,
    Occurrences,
    MeanIdf,
    Termhood,
    Position,
    PositionRank,
    Title,
    TitleOnly,
    Background,
    Elsewhere,
    Own,
    Means,
    Proposed,
    Explained,
    Capitalized,
    WholePhrase,
    WordsApart,
    SingleWord,
    ProperWord,
    CoinedWord,
    TwoWords,
    ThreeWords,
    FourWords,
    FiveWordsOrMore,
    Coined,
    GenericHead,
    PluralThatNamesSeldomEndIn,
    Defined,
    Known,
    Tagged,
    BeginsWithGerund,
    BeginsWithParticiple,
    InsidePhrase,
}

internal static partial class CandidateFeatureNames
{
    /// <summary>The names of all features, by the feature's number.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. Enum.GetNames<CandidateFeature>().Select(name => InnerCapital().Replace(name, " $0").ToLowerInvariant())];

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
