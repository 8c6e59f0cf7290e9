using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>How sure it is that a phrase of some origin is the name of a concept.</summary>
internal static class OriginCertainty
{
    public static ConceptNameOrigin Surer(ConceptNameOrigin origin, ConceptNameOrigin other) => Rank(other) > Rank(origin) ? other : origin;

    private static int Rank(ConceptNameOrigin origin) => origin switch
    {
        ConceptNameOrigin.Text => 0,
        ConceptNameOrigin.Name => 1,
        ConceptNameOrigin.Abbreviation => 2,
        ConceptNameOrigin.Vocabulary => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, message: null),
    };
}
