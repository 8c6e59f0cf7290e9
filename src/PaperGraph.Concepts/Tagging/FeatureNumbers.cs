using PaperGraph.Model;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// The numbers by which features tell values of enums apart. The weights that are shipped were learnt with them, so they stay the same
/// whatever becomes of the enums; after a change of a number the weights must be learnt anew.
/// </summary>
internal static class FeatureNumbers
{
    public static uint For(ConceptKind kind) => kind switch
    {
        ConceptKind.Method => 0,
        ConceptKind.Task => 1,
        ConceptKind.Dataset => 2,
        ConceptKind.Model => 3,
        ConceptKind.Metric => 4,
        ConceptKind.Other => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Concepts have no such kind."),
    };

    public static uint For(TextField field) => field switch
    {
        TextField.Title => 0,
        TextField.Abstract => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Papers have no such field."),
    };
}
